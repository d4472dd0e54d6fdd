package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.journal.Journal;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.journal.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {
  private static final Instant TWO = Instant.parse("2026-11-21T14:00:00Z");

  @TempDir private Path folder;

  /** Two shards; shard 0 has a second file, of 15:00. */
  private Path written() {
    var now = new AtomicReference<>(TWO);
    try (var journal = Journal.open(folder, JournalSettings.USUAL, "test", now::get)) {
      journal.recorder(0).take(Source.USER, "o");
      now.set(TWO.plusMillis(250));
      journal.recorder(0).take(Source.PRICES, "a[{\"e\":\"md\"}]");
      now.set(TWO.plusSeconds(3600));
      journal.recorder(0).take(Source.USER, "h");
      journal.recorder(1).take(Source.USER, "two\nlines");
    }
    return folder.resolve("2026-11-21/shard-0-14.jsonl.zst");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void aSoundJournalIsGood() {
    written();
    var said = Said.by("journal", "verify", folder.toString());
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines())
        .hasSize(3)
        .satisfiesExactly(
            zero ->
                assertThat(zero)
                    .matches(
                        "shard 0: 2 files, 3 frames from 2026-11-21T14:00:00Z to 2026-11-21T15:00:00Z, head [0-9a-f]{64}"),
            one -> assertThat(one).startsWith("shard 1: 1 file, 1 frame from "),
            good -> assertThat(good).isEqualTo("good: 3 files, 4 frames"));
  }

  @Test
  void oneFileCanBeVerifiedAlone() {
    var said = Said.by("journal", "verify", written().toString());
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out()).endsWith("good: 1 file, 2 frames" + System.lineSeparator());
  }

  @Test
  void aCutFileIsAFaultWithItsPlace() throws IOException {
    var file = written();
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    var said = Said.by("journal", "verify", file.toString());
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.out())
        .contains("fault: " + file + ":3: cut: ")
        .endsWith("not good: 1 fault" + System.lineSeparator());
  }

  @Test
  void aFileThatStandsThereTwiceIsAFault() throws IOException {
    var second = written().resolveSibling("shard-0-15.jsonl.zst");
    Files.copy(second, second.resolveSibling("shard-0-16.jsonl.zst"));
    var said = Said.by("journal", "verify", folder.toString());
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.out()).contains("shard-0-16.jsonl.zst:1: does not go on where");
  }

  @Test
  void programsGetOneJsonObject() throws IOException {
    var file = written();
    var good = json(Said.by("journal", "verify", folder.toString(), "--format", "json").out());
    assertThat(good.path("good").asBoolean()).isTrue();
    assertThat(good.path("frames").asInt()).isEqualTo(4);
    assertThat(good.path("heads").path("1").asString()).matches("[0-9a-f]{64}");

    Files.writeString(file, "damaged");
    var bad = json(Said.by("journal", "verify", folder.toString(), "--format", "json").out());
    assertThat(bad.path("good").asBoolean(true)).isFalse();
    assertThat(bad.path("faults").get(0).path("file").asString()).isEqualTo(file.toString());
    assertThat(bad.path("faults").get(0).path("line").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "show"})
  void aFolderThatDoesNotExistCannotBeRead(String command) {
    var said = Said.by("journal", command, folder.resolve("none").toString());
    assertThat(said.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(said.err()).contains("none) does not exist").contains("data/journal");
  }

  @Test
  void aFolderWithoutAJournalIsNotGood() {
    var said = Said.by("journal", "verify", folder.toString());
    assertThat(said.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(said.err()).contains("holds no journal");
  }

  @Test
  void framesAreShownWithTimeShardAndSocket() {
    var said = Said.by("journal", "show", written().toString());
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out().lines())
        .containsExactly(
            "2026-11-21T14:00:00.000000Z 0 user o",
            "2026-11-21T14:00:00.250000Z 0 prices a[{\"e\":\"md\"}]");
  }

  @Test
  void aFolderIsShownFileAfterFileAndAFrameOnOneLine() {
    written();
    var said = Said.by("journal", "show", folder.toString());
    assertThat(said.out().lines())
        .hasSize(4)
        .endsWith("2026-11-21T15:00:00.000000Z 1 user two\\nlines");
  }

  @Test
  void oneShardIsShown() {
    written();
    assertThat(Said.by("journal", "show", folder.toString(), "--shard", "1").out().lines())
        .hasSize(1);
  }

  @Test
  void fromIsWithinAndToIsNot() {
    written();
    var said =
        Said.by(
            "journal",
            "show",
            folder.toString(),
            "--from",
            "2026-11-21T14:00:00.25Z",
            "--to",
            "2026-11-21T15:00:00Z");
    assertThat(said.out().lines()).singleElement().asString().contains("prices");
  }

  @Test
  void aShownFrameForProgramsIsTheTextAsItCame() {
    written();
    var said = Said.by("journal", "show", folder.toString(), "--shard", "1", "--format", "json");
    var frame = json(said.out());
    assertThat(frame.propertyNames()).containsExactly("t", "shard", "s", "f");
    assertThat(frame.path("f").asString()).isEqualTo("two\nlines");
    assertThat(frame.path("t").asString()).isEqualTo("2026-11-21T15:00:00.000000Z");
  }

  @Test
  void aDamagedFileIsShownAsFarAsItIsProvenAndThatIsSaid() throws IOException {
    var file = written();
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    var said = Said.by("journal", "show", file.toString());
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.err()).startsWith("plimsoll: " + file + ":").contains("cut");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aTimeThatIsNoneIsRefusedWithAnExample() {
    var said = Said.by("journal", "show", "x", "--from", "14:00");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err())
        .contains("(14:00) is not a time. Write it such as 2026-11-21T14:00:00Z.");
  }

  @Test
  void journalAloneIsRefusedWithItsCommands() {
    var said = Said.by("journal");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("verify").contains("show");
  }
}
