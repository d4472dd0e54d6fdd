package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that are shipped: the commented example, and the plans of the demo. */
class ExampleTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLIMSOLL_BROKER_NAME", "trader",
          "PLIMSOLL_BROKER_PASSWORD", ConfigFolder.PASSWORD,
          "PLIMSOLL_HOOK_SECRET", "whsec_cGxpbXNvbGwtcGxpbXNvbGwtcGxpbXNvbGwh",
          "PLIMSOLL_BROKER_SEC", "secret-three",
          "PLIMSOLL_MAIL_PASSWORD", "secret-four");

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void theShippedFiles() throws IOException {
    folder = new ConfigFolder(home);
    Files.delete(home.resolve("config/plans/10.yaml"));
    for (var file :
        new String[] {
          "plans/10-evaluation-50k.yaml",
          "plans/20-funded-100k.yaml",
          "plans/30-static-50k.yaml",
          "plans/40-live.yaml"
        }) {
      folder.write("config/" + file, Files.readString(Path.of(file)));
    }
  }

  @Test
  void theExampleIsReadWithoutAWarning() throws IOException {
    assertThat(example().warnings()).isEmpty();
  }

  @Test
  void whatTheExampleCallsADefaultIsTheDefault() throws IOException {
    var example = example().engine();
    folder.set("broker", "rest", "https://demo.tradovateapi.com/v1");
    folder.set("broker", "socket", "wss://demo.tradovateapi.com/v1/websocket");
    folder.set("broker", "market-data", "wss://md.tradovateapi.com/v1/websocket");
    folder.set("broker", "device-id", "plimsoll-demo-1");
    var minimal = folder.settings().engine();
    assertThat(minimal)
        .usingRecursiveComparison()
        .ignoringFields("route.receivers")
        .isEqualTo(example);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "data-folder",
        "broker",
        "rest",
        "socket",
        "market-data",
        "name",
        "password",
        "password-file",
        "app-id",
        "app-version",
        "device-id",
        "cid",
        "sec",
        "sec-file",
        "heartbeat",
        "silence",
        "timeout",
        "limits",
        "total-per-hour",
        "sync-per-hour",
        "renew-per-hour",
        "login-failures-per-hour",
        "feed",
        "price",
        "stale-after",
        "rules",
        "folders",
        "stages",
        "default",
        "plans",
        "actions",
        "by",
        "verify-within",
        "liquidate-within",
        "reason-code",
        "receivers",
        "email",
        "host",
        "port",
        "security",
        "username",
        "from",
        "to",
        "webhook",
        "url",
        "secret",
        "secret-file",
        "route",
        "send-resolved",
        "journal",
        "keep"
      })
  void theExampleShowsTheKey(String key) throws IOException {
    assertThat(Files.readAllLines(Path.of("plimsoll.yaml")))
        .anyMatch(line -> line.matches("\\s*(# )?%s:.*#?.*".formatted(key)));
  }

  @Test
  void whatTheExampleCommentsOutCanBeUsed() throws IOException {
    var text =
        Files.readString(Path.of("plimsoll.yaml"))
            .replaceAll(
                "(?m)^(\\s+)# (cid|sec|username|password|trailing-drawdown[.a-z]*): ", "$1$2: ");
    assertThat(ConfigFolder.sound(read(text)).engine().broker().credentials().cid()).isEqualTo("8");
  }

  @ParameterizedTest
  @CsvSource({
    "EVAL50K001, evaluation-50k",
    "STATIC50K001, static-50k",
    "FUND100K001, funded-100k",
    "LIVE001, live"
  })
  void aPlanHoldsTheAccountsOfTheDemo(String account, String plan) throws IOException {
    assertThat(
            example().engine().plans().stream()
                .filter(p -> p.accounts().matches(1, account, 0L, 0L))
                .map(Plan::name))
        .containsExactly(plan);
  }

  @Test
  void theFirstPlanShowsTheDefaults() throws IOException {
    var full = plan("evaluation-50k");
    var bare =
        new ConfigFolder(home.resolve("bare"))
            .plan("start: 50000, trailing-drawdown: { amount: 2000, cap: start + 100 }")
            .onlyPlan();
    assertThat(full)
        .usingRecursiveComparison()
        .ignoringFields("name", "accounts", "version")
        .isEqualTo(bare);
  }

  @Test
  void theSecondPlanShowsTheDefaultsOfALimitOfTheDay() throws IOException {
    var bare =
        new ConfigFolder(home.resolve("bare"))
            .plan(
                "daily-loss: { amount: 4% of anchor, steps: [{ from: 106000, amount: 5% of anchor }] }")
            .onlyPlan();
    assertThat(plan("funded-100k").limits().dayLoss()).isEqualTo(bare.limits().dayLoss());
    assertThat(plan("funded-100k").limits().dayAnchor()).isEqualTo(bare.limits().dayAnchor());
  }

  @Test
  void thePlansDifferInHowTheFloorMoves() throws IOException {
    assertThat(trailing("evaluation-50k").moves()).isEqualTo(new TrailingDrawdown.Moves.AtTick());
    assertThat(trailing("funded-100k").moves()).isEqualTo(new TrailingDrawdown.Moves.AtClose());
    assertThat(trailing("static-50k").moves()).isEqualTo(new TrailingDrawdown.Moves.Never());
    assertThat(plan("live").trailing()).isNull();
  }

  /** The demo's account 1002 loses 2.8% at most, and is told of from 2% on. */
  @Test
  void theFundedPlanOnlyAlertsInTheDemo() throws IOException {
    var limits = plan("funded-100k").limits();
    assertThat(limits.lossLadders())
        .containsExactly(new LossLadder(ofAnchor("2"), ofAnchor("3"), null));
    assertThat(Objects.requireNonNull(limits.dayLoss()).amount()).isEqualTo(ofAnchor("4"));
  }

  /** The demo's account 1003 loses 4.4% at most: its story is of the broker's level alone. */
  @Test
  void theLivePlanActsAtTheBrokersOwnLevel() throws IOException {
    var limits = plan("live").limits();
    assertThat(limits.liquidateOnlyLevel()).isEqualTo(Restriction.LIQUIDATE_ONLY);
    assertThat(limits.lossLadders())
        .containsExactly(new LossLadder(ofAnchor("5"), ofAnchor("6"), ofAnchor("8")));
  }

  /** At any hour of the day the demo's accounts hold positions. */
  @Test
  void noPlanOfTheDemoClosesByTheClock() throws IOException {
    assertThat(example().engine().plans())
        .allSatisfy(plan -> {
          assertThat(plan.limits().flatBy()).isNull();
          assertThat(plan.limits().news()).isEmpty();
        });
  }

  private Plan plan(String name) throws IOException {
    return example().engine().plans().stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private TrailingDrawdown trailing(String plan) throws IOException {
    return Objects.requireNonNull(plan(plan).trailing());
  }

  private static Amount ofAnchor(String percent) {
    return new Amount.Percent(new BigDecimal(percent), Amount.Base.ANCHOR);
  }

  private Settings example() throws IOException {
    return ConfigFolder.sound(read(Files.readString(Path.of("plimsoll.yaml"))));
  }

  private ConfigResult read(String text) {
    folder.write("config/plimsoll.yaml", text);
    return ConfigFile.read(home.resolve("config/plimsoll.yaml"), ENVIRONMENT);
  }
}
