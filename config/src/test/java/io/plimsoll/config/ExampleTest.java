package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown;
import java.io.IOException;
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
          "plans/10-evaluation-50k.yaml", "plans/20-funded-100k.yaml", "plans/30-live.yaml"
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
    "BACK50K001, evaluation-50k-back",
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
  void theFirstPlanShowsTheDefaultsOfATrail() throws IOException {
    var plans = example().engine().plans();
    var full = Objects.requireNonNull(plans.get(0).trailingDrawdown());
    var bare = Objects.requireNonNull(plans.get(1).trailingDrawdown());
    assertThat(full).usingRecursiveComparison().ignoringFields("amount", "cap").isEqualTo(bare);
    assertThat(bare.cap()).isEqualTo(new TrailingDrawdown.Cap.None());
    assertThat(plans.get(0).session()).isEqualTo(plans.get(1).session());
    assertThat(plans.get(0).warnAt()).isEqualTo(plans.get(1).warnAt());
  }

  @Test
  void theLivePlanActsAtTheBrokersOwnLevel() throws IOException {
    assertThat(example().engine().plans().getLast().liquidateOnlyLevel())
        .isEqualTo(Restriction.LIQUIDATE_ONLY);
  }

  private Settings example() throws IOException {
    return ConfigFolder.sound(read(Files.readString(Path.of("plimsoll.yaml"))));
  }

  private ConfigResult read(String text) {
    folder.write("config/plimsoll.yaml", text);
    return ConfigFile.read(home.resolve("config/plimsoll.yaml"), ENVIRONMENT);
  }
}
