package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Commands that speak to a running engine, which follows the simulated broker. */
@Timeout(90)
class ControlTest {
  private static final String PLANS =
      """
      plans:
        - name: evaluation
          accounts: { name: "EVAL50K*" }
          start: 50000
          trailing-drawdown: { amount: AMOUNT, basis: balance, moves: close, cap: start }
          daily-loss: { amount: 1000, then: liquidate-only }
          max-contracts: { overall: 5 }
          effective: 2026-01-05
        - name: strict
          accounts: { name: "NOBODY" }
          start: 50000
          daily-loss: { amount: 500 }
      """;

  @TempDir private static Path folder;
  private static ConfigFolder config;
  private static Program broker;
  private static int port;
  private static Program engine;

  @BeforeAll
  static void startBoth() throws Exception {
    Files.createDirectories(folder.resolve("own-plans"));
    plans("2000");
    broker = Program.broker(folder.resolve("requests.jsonl"));
    port = broker.port();
    config =
        new ConfigFolder(folder)
            .secret("password", "demo")
            .broker(port)
            .with(Java.home().resolve("config/plans").normalize().toString(), "own-plans");
    engine = Program.plimsoll(Map.of(), "run", "--config", config.write());
    engine.waitFor("snapshot complete");
  }

  @AfterAll
  static void endBoth() {
    engine.close();
    broker.close();
  }

  private static void plans(String amount) throws IOException {
    Files.writeString(
        folder.resolve("own-plans").resolve("plans.yaml"), PLANS.replace("AMOUNT", amount));
  }

  private static Path data() {
    return config.path("data");
  }

  private static Said asked(String command, String... more) {
    var arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.addAll(List.of("--data", data().toString()));
    arguments.addAll(List.of(more));
    return Said.by(arguments.toArray(String[]::new));
  }

  @Test
  void showsThePlanEveryLimitAndWhereTheAccountStands() {
    var said = asked("plans show --account 1001");
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.GOOD);
    assertThat(said.out())
        .contains("EVAL50K-1001 (1001)")
        .containsPattern("plan +evaluation, version [0-9a-f]{12}, effective 2026-01-05")
        .containsPattern("floor +48,000.00; peak 50,000.00; room 2,000.00; start 50,000.00")
        .contains("2000.00 below the highest balance at a close, stops at the start")
        .containsPattern("daily-loss +plan +clear +1000.00 from the balance; then liquidate-only")
        .containsPattern("max-contracts +plan +clear +5 overall; then alert")
        .contains("required none");
  }

  @Test
  void showsTheLimitsThatAreSetAtTheBrokerAsTheBrokers() {
    var said = asked("plans show --account 1004");
    assertThat(said.out())
        .contains("none: only what is set at the broker holds")
        .containsPattern(
            "daily-loss-ladder +broker +clear +alert 300.00, liquidate-only 400.00, auto-liquidate"
                + " 500.00");
  }

  @Test
  void showsTheSameToProgramsAsJson() {
    var json =
        JsonMapper.shared().readTree(asked("plans show --account 1001", "--format", "json").out());
    assertThat(json.at("/figures/floor").decimalValue()).isEqualByComparingTo("48000");
    assertThat(json.at("/plan/name").asString()).isEqualTo("evaluation");
    assertThat(json.at("/limits/0/limit").asString()).isEqualTo("trailing-drawdown");
    assertThat(json.at("/live").asBoolean()).isTrue();
  }

  @Test
  void anAccountThatIsNotFollowedIsSaidSo() {
    var said = asked("plans show --account 99");
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.err()).contains("The account (99) is not followed").contains("broker.follow");
  }

  @Test
  void anotherPlanIsAssignedFromTheNextResetOn() {
    var said = asked("plans assign --account 2001 --plan strict --reason test");
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.GOOD);
    assertThat(said.out()).contains("held to plan strict").contains("from the next reset on");
    assertThat(asked("plans show --account 2001").out())
        .containsPattern("assigned +strict, version [0-9a-f]{12}, from the next reset on");
  }

  @Test
  void anotherPlanIsAssignedAtOnce() {
    var said = asked("plans assign --account 2002 --plan strict --at now --reason test");
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.GOOD);
    assertThat(asked("plans show --account 2002").out())
        .containsPattern("plan +strict")
        .containsPattern("daily-loss +plan");
  }

  @Test
  void aPlanThatDoesNotExistIsRefusedWithThoseThatDo() {
    var said = asked("plans assign --account 2003 --plan strikt --reason test");
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.err())
        .contains("not done. There is no plan (strikt). Plans: evaluation, strict");
  }

  @Test
  void rebaseBeginsThePeakAnew() throws Exception {
    var said = asked("rebase --account 1002 --as ann --reason agreed");
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.GOOD);
    assertThat(said.out()).contains("peak and anchors begin at balance 100000.00");
    engine.waitFor("command kind=Rebase account=1002 by=ann reason=agreed");
  }

  @Test
  void unlockOfAFreeAccountSaysThatNothingWasRequired() {
    var said = asked("unlock --account 1003 --reason test", "--format", "json");
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(JsonMapper.shared().readTree(said.out()).path("done").asString())
        .isEqualTo("nothing was required");
  }

  @Test
  void anOrderNeedsAReason() {
    var said = asked("unlock --account 1003");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("--reason");
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    var said = asked("plans assign --account 1003 --at tomorrow --reason test");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("(tomorrow) is neither now nor next-reset");
  }

  @Test
  void theFolderIsFoundByTheSettings() throws IOException {
    var said = Said.by("plans", "show", "--account", "1001", "--config", config.write());
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.GOOD);
  }

  @Test
  void settingsThatCannotBeReadNameTheWayOut() {
    var said = Said.by("plans", "show", "--account", "1", "--config", "/nowhere.yaml");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("/nowhere.yaml").contains("--data");
  }

  @Test
  void whereNoEngineRunsNothingIsDone(@TempDir Path empty) {
    var said = Said.by("unlock", "--account", "1", "--reason", "x", "--data", empty.toString());
    assertThat(said.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(said.err())
        .contains("No engine is running on the data folder (%s)".formatted(empty));
  }

  @Test
  void theTokenIsForTheOwnersEyesAndNeverLogged() throws IOException {
    var file = data().resolve("control.json");
    var token = JsonMapper.shared().readTree(Files.readString(file)).path("token").asString();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(token).hasSize(64);
    assertThat(engine.said()).doesNotContain(token);
  }

  @Test
  void whoDoesNotKnowTheTokenIsTurnedAway() throws Exception {
    var listens =
        JsonMapper.shared()
            .readTree(Files.readString(data().resolve("control.json")))
            .path("port")
            .asInt();
    try (var http = HttpClient.newHttpClient()) {
      for (var path : List.of("/accounts/1001", "/accounts/1001/unlock", "/")) {
        var request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listens + path))
                .header("Authorization", "Bearer " + "0".repeat(64));
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void aTextChangedUnderTheSameDateIsNotStartedAndANewDateIsHeldBesideTheOld(@TempDir Path other)
      throws Exception {
    Files.createDirectories(other.resolve("own-plans"));
    var file = other.resolve("own-plans").resolve("plans.yaml");
    var settings =
        new ConfigFolder(other)
            .secret("password", "demo")
            .broker(port)
            .with(Java.home().resolve("config/plans").normalize().toString(), "own-plans")
            .write();
    Files.writeString(file, PLANS.replace("AMOUNT", "2000"));
    try (var first = Program.plimsoll(Map.of(), "run", "--config", settings)) {
      first.waitFor("snapshot complete");
      first.stop();
      first.exit(Duration.ofSeconds(10));
    }
    assertThat(other.resolve("data").resolve("control.json")).doesNotExist();
    Files.writeString(file, PLANS.replace("AMOUNT", "1500"));
    var refused = Said.by("run", "--config", settings);
    assertThat(refused.exit()).isEqualTo(Exit.USAGE);
    assertThat(refused.err())
        .contains("plans.yaml:2: plan (evaluation) is not the text that was effective (2026-01-05)")
        .contains("Write a new date");
    Files.writeString(file, PLANS.replace("AMOUNT", "1500").replace("2026-01-05", "2026-02-02"));
    try (var second = Program.plimsoll(Map.of(), "run", "--config", settings)) {
      second.waitFor("snapshot complete");
      second.waitFor("account is held to another plan than is written");
      var data = other.resolve("data").toString();
      var said = Said.by("plans", "show", "--account", "1001", "--data", data);
      assertThat(said.out())
          .contains("effective 2026-01-05")
          .containsPattern("written now +evaluation, version [0-9a-f]{12}, effective 2026-02-02");
    }
  }
}
