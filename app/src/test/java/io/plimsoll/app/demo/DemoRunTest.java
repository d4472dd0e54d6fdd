package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.app.Exit;
import io.plimsoll.app.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole demo, twice at the same time: left alone, and with an engine that is killed. */
@Timeout(150)
class DemoRunTest {
  private static final Duration PATIENCE = Duration.ofSeconds(140);

  @TempDir private static Path folder;
  private static Program calm;
  private static Program killed;

  @BeforeAll
  static void startBoth() throws IOException {
    calm = demo("calm", "--once");
    killed = demo("killed", "--once", "--kills", "2", "--seed", "1", "--format", "json");
  }

  @AfterAll
  static void endBoth() {
    calm.close();
    killed.close();
  }

  @Test
  void provesFourStories() throws Exception {
    assertThat(calm.exit(PATIENCE)).as(calm.said()).isEqualTo(Exit.GOOD);
    assertThat(calm.said())
        .contains("All four stories proven.")
        .doesNotContain("NOT SEEN", "WRONG", "unsaid", "\tat ");
  }

  @Test
  void itsTimelineShowsFloorsAndRoomOfFourPlans() throws Exception {
    assertThat(calm.exit(PATIENCE)).isEqualTo(Exit.GOOD);
    for (var account :
        List.of(
            "EVAL50K-1001 +equity +[0-9,.]+ +floor 48,[0-9.]+ +room +-[0-9.]+ +evaluation-50k ",
            "FUND100K-1002 +equity +[0-9,.]+ +floor 98,000.00 +room +-[0-9.]+ +funded-100k ",
            "STATIC50K-1005 +equity +53,[0-9.]+ +floor 47,500.00 +room +5,[0-9.]+ +static-50k ",
            "LIVE25K-1003 +equity +23,[0-9.]+ +floor 24,000.00 +room +-[0-9.]+ +live ")) {
      assertThat(calm.said()).containsPattern(" s  facts    " + account);
    }
    assertThat(calm.said())
        .containsPattern("plan     FUND100K-1002 .*trailing-drawdown 94,000.00")
        .doesNotContain("plan.not-applied");
  }

  @Test
  void programsGetItAsJson() throws Exception {
    assertThat(killed.exit(PATIENCE)).as(killed.said()).isEqualTo(Exit.GOOD);
    var said = killed.said().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(said)
        .filteredOn(line -> line.path("event").asString("").equals("account moved"))
        .isNotEmpty()
        .allSatisfy(line -> {
          var room = line.path("equity").asDecimal().subtract(line.path("floor").asDecimal());
          assertThat(line.path("room").asDecimal()).isEqualByComparingTo(room);
          assertThat(line.path("plan").asString()).isNotEmpty();
        })
        .extracting(line -> line.path("plan").asString())
        .contains("evaluation-50k", "funded-100k", "static-50k", "live");
    assertThat(said.getLast().path("proven").asBoolean()).isTrue();
  }

  @Test
  void theBrokerGotExactlyTheAccountActionsOfTheStories() throws Exception {
    assertThat(calm.exit(PATIENCE)).isEqualTo(Exit.GOOD);
    assertThat(accountActions("calm")).containsExactlyElementsOf(EXPECTED);
  }

  @Test
  void provesThemWithAnEngineThatIsKilled() throws Exception {
    assertThat(killed.exit(PATIENCE)).as(killed.said()).isEqualTo(Exit.GOOD);
    assertThat(killed.said().lines().filter(line -> line.contains("\"engine killed\""))).hasSize(2);
    assertThat(killed.said())
        .contains("\"proven\":true")
        .doesNotContain("\"proven\":false", "NOT SEEN", "WRONG", "\tat ");
  }

  @Test
  void aKilledEngineSendsNoAccountActionTwice() throws Exception {
    assertThat(killed.exit(PATIENCE)).isEqualTo(Exit.GOOD);
    // A kill delays the one account's next step, maybe past the other's: each has its own order.
    assertThat(ofEachAccount(accountActions("killed"))).isEqualTo(ofEachAccount(EXPECTED));
  }

  private static Map<String, List<String>> ofEachAccount(List<String> actions) {
    return actions.stream()
        .collect(Collectors.groupingBy(action -> action.substring(0, action.indexOf(' '))));
  }

  @Test
  void aFolderOfAnEarlierDemoIsRefused() throws Exception {
    var used = Files.createDirectories(folder.resolve("used"));
    Files.createFile(used.resolve("broker-requests.jsonl"));
    try (var again = demo("used", "--once")) {
      assertThat(again.exit(PATIENCE)).isEqualTo(Exit.USAGE);
      assertThat(again.said()).contains("holds an earlier demo").contains("Name a new folder");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInOneLine() throws Exception {
    Files.createFile(folder.resolve("file"));
    try (var refused = demo("file", "--once")) {
      assertThat(refused.exit(PATIENCE)).isEqualTo(Exit.COULD_NOT_RUN);
      assertThat(refused.said().lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("Name another with --data");
    }
  }

  @Test
  void endedByASignalItLeavesNoProcessBehind() throws Exception {
    try (var demo = demo("stopped")) {
      demo.waitFor("snapshot of 25 accounts");
      var children = demo.handle().descendants().toList();
      assertThat(children).hasSize(2);
      demo.stop();
      demo.exit(Duration.ofSeconds(10));
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(demo.said()).doesNotContain("ended by itself", "\tat ");
    }
  }

  private static Program demo(String name, String... more) throws IOException {
    var arguments =
        Stream.concat(
            Stream.of("demo", "--data", folder.resolve(name).toString()), Stream.of(more));
    return Program.plimsoll(Map.of(), arguments.toArray(String[]::new));
  }

  private static final List<String> EXPECTED =
      List.of(
          "1001 LiquidateImmediately",
          "1001 LockTradingImmediately",
          "1005 LiquidateImmediately",
          "1005 LockTradingImmediately",
          "1003 LiquidateOnlyModeImmediately");

  /** Every request that changes something at the broker, as its own log has it. */
  private static List<String> accountActions(String name) throws IOException {
    var actions = new ArrayList<String>();
    for (var line : Files.readAllLines(folder.resolve(name).resolve("broker-requests.jsonl"))) {
      var request = JsonMapper.shared().readTree(line);
      if (changes(request.path("endpoint").asString(""))) {
        actions.add(text(request.path("body")));
      }
    }
    return actions;
  }

  private static boolean changes(String endpoint) {
    return !Stream.of("auth/", "authorize", "user/", "md/", "sim/").anyMatch(endpoint::startsWith)
        && !endpoint.matches(".*/(list|item|items|deps|ldeps|find|suggest)");
  }

  private static String text(JsonNode body) {
    return body.path("accountId").asLong() + " " + body.path("adminAction").asString("");
  }
}
