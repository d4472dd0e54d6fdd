package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The engine as a process, against the simulated broker as a process. */
@Timeout(90)
class RunTest {
  private static final int SIGTERM = 128 + 15;
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private ConfigFolder config;

  @BeforeEach
  void goodSettings() throws IOException {
    config = new ConfigFolder(folder).secret("password", "demo");
  }

  private static Program run(String file, String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("run", "--config", file));
    arguments.addAll(List.of(more));
    return Program.plimsoll(Map.of(), arguments.toArray(String[]::new));
  }

  @Test
  void startsFollowsAndStopsWithinFiveSeconds() throws Exception {
    try (var broker = Program.broker(folder.resolve("requests.jsonl"));
        var engine = run(config.broker(broker.port()).write())) {
      engine.waitFor("engine started .*rules=\\d+ .*broker=http");
      engine.waitFor("snapshot complete .*accounts=25");
      engine.stop();
      assertThat(engine.exit(SOON)).isEqualTo(SIGTERM);
      assertThat(engine.said()).contains("engine stopped").doesNotContain("Exception", "WARN");
      assertThat(engine.said()).doesNotContain(ConfigFolder.HOOK_KEY);
    }
  }

  @Test
  void everyLineIsOneJsonObjectForPrograms() throws Exception {
    try (var broker = Program.broker(folder.resolve("requests.jsonl"));
        var engine = run(config.broker(broker.port()).write(), "--format", "json")) {
      engine.waitFor("snapshot complete");
      engine.stop();
      engine.exit(SOON);
      assertThat(engine.said().lines())
          .allSatisfy(line ->
              assertThat(JsonMapper.shared().readTree(line).path("message").asString(""))
                  .isNotEmpty());
    }
  }

  @Test
  void aSecondEngineOnTheSameFolderIsTurnedAway() throws Exception {
    var file = config.write();
    try (var first = run(file)) {
      first.waitFor("engine started");
      try (var second = run(file)) {
        assertThat(second.exit()).isEqualTo(Exit.COULD_NOT_RUN);
        assertThat(second.said())
            .contains("Another engine is using the data folder (%s)".formatted(config.path("data")))
            .contains("data-folder of its own")
            .doesNotContain("\tat ");
      }
      assertThat(first.isAlive()).isTrue();
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsToldWithTheWayOut() throws IOException {
    Files.writeString(config.path("data"), "a file where the folder should be");
    var said = Said.by("run", "--config", config.write());
    assertThat(said.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(said.err())
        .contains("Cannot use the data folder (%s)".formatted(config.path("data")))
        .contains("name another as data-folder")
        .doesNotContain("\tat ");
  }

  @Test
  void aDamagedStoreIsToldWithTheWayOut() throws IOException {
    Files.createDirectories(config.path("data"));
    Files.writeString(config.path("data").resolve("plimsoll.db"), "no database ".repeat(1000));
    var said = Said.by("run", "--config", config.write());
    assertThat(said.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(said.err()).contains("plimsoll.db").contains("move it away").doesNotContain("\tat ");
  }

  @Test
  void badSettingsAreNotStarted() throws IOException {
    var said = Said.by("run", "--config", config.with("device-id", "device-ix").write());
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err())
        .contains("plimsoll.yaml:8: ")
        .contains("device-ix")
        .contains("not started");
    assertThat(config.path("data")).doesNotExist();
  }

  @Test
  void aRefusedLoginIsToldWithTheWayOutAndTheEngineStays() throws Exception {
    config.secret("password", ConfigFolder.PASSWORD);
    try (var broker = Program.broker(folder.resolve("requests.jsonl"));
        var engine = run(config.broker(broker.port()).write())) {
      var line = engine.waitFor("login failed");
      assertThat(line)
          .contains("refuses the login of (demo): Incorrect username or password")
          .contains("Check broker.name and the password");
      assertThat(engine.isAlive()).isTrue();
      engine.stop();
      assertThat(engine.exit(SOON)).isEqualTo(SIGTERM);
      assertThat(engine.said())
          .doesNotContain(ConfigFolder.PASSWORD, ConfigFolder.HOOK_KEY)
          .doesNotContain("\tat ");
    }
    assertThat(Files.readString(folder.resolve("requests.jsonl")))
        .doesNotContain(ConfigFolder.PASSWORD);
  }

  @Test
  void aBrokerThatIsAwayIsToldInOneLineAndTheEngineStays() throws Exception {
    try (var engine = run(config.write())) {
      engine.waitFor("login failed");
      assertThat(engine.isAlive()).isTrue();
      engine.stop();
      assertThat(engine.exit(SOON)).isEqualTo(SIGTERM);
      assertThat(engine.said()).doesNotContain("\tat ");
    }
  }
}
