package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UsageTest {
  @Test
  void versionSaysPlimsollAndJava() {
    var said = Said.by("version");
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out().lines()).hasSize(2).anyMatch(line -> line.startsWith("java 25"));
  }

  @Test
  void versionIsOneJsonObjectForPrograms() {
    var said = Said.by("version", "--format", "json");
    var json = JsonMapper.shared().readTree(said.out());
    assertThat(json.propertyNames()).containsExactly("plimsoll", "java");
    assertThat(json.path("java").asString()).startsWith("25");
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "check", "test", "journal", "version"})
  void everyCommandHasHelp(String command) {
    var said = Said.by(command, "--help");
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out()).startsWith("Usage: plimsoll " + command);
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "check", "test", "journal", "version"})
  void everyCommandSaysTheVersion(String command) {
    assertThat(Said.by(command, "--version").out()).startsWith("plimsoll ");
  }

  @Test
  void helpNamesEveryCommandInOneLine() {
    var said = Said.by("--help");
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    for (var command :
        new String[] {"demo", "run", "check", "test", "journal", "simulator", "version"}) {
      assertThat(said.out().lines())
          .filteredOn(l -> l.matches("  %s +[A-Z].*\\.".formatted(command)))
          .hasSize(1);
    }
  }

  @Test
  void anUnknownCommandIsRefusedWithTheUsage() {
    var said = Said.by("chekc");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("chekc").contains("check");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheUsage() {
    var said = Said.by("run", "--confg", "x");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("--confg").contains("--config");
  }

  @Test
  void anUnknownFormatIsRefusedWithThoseThereAre() {
    var said = Said.by("check", "--format", "xml");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("xml").contains("text, json");
  }

  @Test
  void aNegativeNumberOfKillsIsRefused() {
    var said = Said.by("demo", "--kills", "-1");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("--kills (-1)");
  }
}
