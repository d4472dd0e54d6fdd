package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.fault.WireFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/protocol.md says of each fault which test shows what is done; here it is held to that. */
class ProtocolPageTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LINK = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("protocol.md"));
  }

  static List<String[]> links() throws IOException {
    return LINK.matcher(page())
        .results()
        .map(found -> new String[] {found.group(1), found.group(2), found.group(3)})
        .toList();
  }

  @ParameterizedTest
  @MethodSource("links")
  void eachTestThatItNamesExists(String type, String method, String file) throws IOException {
    var path = DOCS.resolve(file);
    assertThat(path).isRegularFile().hasFileName(type + ".java");
    assertThat(Files.readString(path)).containsPattern("void " + method + "\\(");
  }

  @ParameterizedTest
  @EnumSource
  void eachFaultOfTheScriptHasARow(WireFault.Kind kind) throws IOException {
    assertThat(rows()).anyMatch(row -> row.split("\\|", -1)[1].contains("`" + kind.word() + "`"));
  }

  @Test
  void eachRowOfATestedTableNamesATestOrStandsBelowOneForAllOfThem() throws IOException {
    var tested = page().substring(0, page().indexOf("## What is not known"));
    var pitfalls = tested.substring(0, tested.indexOf("## Faults of the sockets"));
    assertThat(pitfalls.lines().filter(ProtocolPageTest::isRow))
        .hasSizeGreaterThan(20)
        .allMatch(row -> LINK.matcher(row).find());
    assertThat(LINK.matcher(tested).results().map(MatchResult::group).distinct())
        .hasSizeGreaterThan(50);
  }

  private static List<String> rows() throws IOException {
    try (Stream<String> lines = page().lines()) {
      return lines.filter(ProtocolPageTest::isRow).toList();
    }
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ")
        && !line.endsWith(" shown by |")
        && !line.endsWith(" shown also by |");
  }
}
