package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLIMSOLL_BROKER_NAME",
          "someone",
          "PLIMSOLL_BROKER_PASSWORD",
          ConfigFolder.PASSWORD,
          "PLIMSOLL_HOOK_SECRET",
          "whsec_" + ConfigFolder.HOOK_KEY);

  @TempDir private Path folder;
  private ConfigFolder config;

  @BeforeEach
  void goodSettings() throws IOException {
    config = new ConfigFolder(folder);
  }

  @Test
  void theShippedSettingsAreGoodOnceTheEnvironmentIsSet() throws Exception {
    var shipped = Java.home().resolve("config/plimsoll.yaml").toString();
    try (var check = Program.plimsoll(ENVIRONMENT, "check", "--config", shipped)) {
      assertThat(check.exit()).isEqualTo(Exit.GOOD);
      assertThat(check.said())
          .matches("good: \\d+ rules \\(version [0-9a-f]{12}\\), 4 plans, 2 receivers\\R");
    }
  }

  @Test
  void theSettingsBesideTheProgramAreReadWhereThisFolderHasNone() throws Exception {
    try (var check = Program.plimsoll(Map.of("PLIMSOLL_BROKER_NAME", "x"), "check")) {
      assertThat(check.exit()).isEqualTo(Exit.USAGE);
      assertThat(check.said())
          .contains("config/plimsoll.yaml:")
          .contains("PLIMSOLL_BROKER_PASSWORD, which is not set")
          .contains("PLIMSOLL_HOOK_SECRET, which is not set")
          .endsWith("refused: 2 problems" + System.lineSeparator());
    }
  }

  @Test
  void goodSettingsAreOneJsonObjectForPrograms() throws IOException {
    var said = Said.by("check", "--config", config.write(), "--format", "json");
    assertThat(said.exit()).as(said.toString()).isEqualTo(Exit.GOOD);
    assertThat(said.out().lines()).hasSize(1);
    var json = JsonMapper.shared().readTree(said.out());
    assertThat(json.path("good").asBoolean()).isTrue();
    assertThat(json.path("rules").asInt()).isPositive();
    assertThat(json.path("version").asString()).hasSize(12);
    assertThat(json.path("plans").asInt()).isEqualTo(4);
    assertThat(json.path("receivers").asInt()).isOne();
    assertThat(json.path("problems")).isEmpty();
  }

  @Test
  void refusedSettingsAreOneJsonObjectWithTheSameProblems() throws IOException {
    var file = config.with("hook]", "hok]").write();
    var text = Said.by("check", "--config", file);
    var json =
        JsonMapper.shared().readTree(Said.by("check", "--config", file, "--format", "json").out());
    assertThat(json.path("good").asBoolean(true)).isFalse();
    assertThat(json.path("problems").get(0).asString())
        .isEqualTo(text.out().lines().findFirst().orElseThrow());
  }

  @Test
  void anUnknownKeyIsRefusedWithItsLine() throws IOException {
    refused(
        config.with("data-folder: data", "data-foldr: data"),
        "plimsoll.yaml:1: ",
        "data-foldr",
        "data-folder");
  }

  @Test
  void anUndefinedReceiverIsRefusedWithItsLine() throws IOException {
    refused(
        config.with("hook]", "hok]"),
        "plimsoll.yaml:19: ",
        "receiver (hok)",
        "Maybe you meant (hook)");
  }

  @Test
  void aStageOfNoRuleIsRefusedWithItsLine() throws IOException {
    refused(
        config.with("trailing-drawdown: observe", "trailing-drawdwn: observe"),
        "plimsoll.yaml:11: ",
        "(trailing-drawdwn)",
        "trailing-drawdown");
  }

  @Test
  void aSecretFileThatIsMissingIsRefusedWithItsLine() throws IOException {
    Files.delete(config.path("password"));
    refused(config, "plimsoll.yaml:7: ", "password", "does not exist");
  }

  @Test
  void aSecretInTheSettingsThemselvesIsRefusedAndNotRepeated() throws IOException {
    var said =
        refused(
            config.with("password-file: password", "password: " + ConfigFolder.PASSWORD),
            "plimsoll.yaml:7: ",
            "holds the secret itself");
    assertThat(said).doesNotContain(ConfigFolder.PASSWORD);
  }

  @Test
  void aRuleThatReadsNoSuchPropertyIsRefusedWithItsLine() throws IOException {
    var rule =
        """
        package io.plimsoll.rules

        import io.plimsoll.engine.fact.AccountRisk
        import io.plimsoll.engine.fact.Level
        import io.plimsoll.engine.session.Finding

        rule "own.reached"
            @severity( WARNING )
            @description( "Own." )
            @runbook( "docs/own.md" )
        when
            $risk : AccountRisk( trailng == Level.REACHED )
        then
            insertLogical( Finding.of( drools, $risk ) );
        end
        """;
    refused(config.withRule("own.drl", rule), "own.drl:12: ", "(trailng)", "Maybe (trailing)");
  }

  @Test
  void aFileThatIsNotThereIsRefusedByItsName() {
    var said = Said.by("check", "--config", folder.resolve("none.yaml").toString());
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.out())
        .contains("none.yaml: this file does not exist.")
        .contains("refused: 1 problem");
  }

  private static String refused(ConfigFolder config, String... words) throws IOException {
    var said = Said.by("check", "--config", config.write());
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.out()).contains(words).containsPattern("refused: \\d+ problem");
    assertThat(said.err()).isEmpty();
    return said.out();
  }
}
