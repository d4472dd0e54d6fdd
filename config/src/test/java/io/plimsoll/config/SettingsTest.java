package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.action.ActionSettings.By;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.notifiers.email.EmailSettings;
import io.plimsoll.notifiers.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of plimsoll.yaml has its line here. */
class SettingsTest {
  private static final String MAIL =
      "host: mail.example.org, from: a@example.org, to: [b@example.org]";

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  private static Following following(Settings settings) {
    return settings.engine().broker().following();
  }

  static Stream<Arguments> keysOfSections() {
    return Stream.of(
        key(
            "broker",
            "rest",
            "http://127.0.0.1:8080/v1",
            URI.create("http://127.0.0.1:8080/v1"),
            s -> s.engine().broker().rest()),
        key(
            "broker",
            "socket",
            "ws://localhost:1/x",
            URI.create("ws://localhost:1/x"),
            s -> s.engine().broker().socket()),
        key(
            "broker",
            "market-data",
            "wss://md.example.org",
            URI.create("wss://md.example.org"),
            s -> s.engine().broker().marketData()),
        key("broker", "market-data", "none", null, s -> s.engine().broker().marketData()),
        key("broker", "name", "someone", "someone", s -> s.engine().broker().credentials().name()),
        key(
            "broker",
            "password",
            "${env:PW}",
            new Secret(ConfigFolder.PASSWORD),
            s -> s.engine().broker().credentials().password()),
        key("broker", "app-id", "Other", "Other", s -> s.engine().broker().credentials().appId()),
        key(
            "broker",
            "app-version",
            "2.0",
            "2.0",
            s -> s.engine().broker().credentials().appVersion()),
        key("broker", "device-id", "two", "two", s -> s.engine().broker().credentials().deviceId()),
        key("broker", "cid", "8", "8", s -> s.engine().broker().credentials().cid()),
        key(
            "broker",
            "sec",
            "${env:PW}",
            new Secret(ConfigFolder.PASSWORD),
            s -> s.engine().broker().credentials().sec()),
        key("broker", "follow", "{ shards: 4 }", 4, s -> following(s).shards()),
        key("broker", "follow", "{ shard-by: user }", Following.By.USER, s -> following(s).by()),
        key("broker", "follow", "{ users: [14512] }", Set.of(14512L), s -> following(s).users()),
        key(
            "broker",
            "follow",
            "{ accounts: [7, 8] }",
            Set.of(7L, 8L),
            s -> following(s).accounts()),
        key(
            "broker",
            "follow",
            "{ cutoff: 2026-01-05T00:00:00Z }",
            Instant.parse("2026-01-05T00:00:00Z"),
            s -> following(s).cutoff()),
        key(
            "broker",
            "follow",
            "{ full-organization: true }",
            true,
            s -> following(s).fullOrganization()),
        key(
            "broker",
            "heartbeat",
            "1s",
            Duration.ofSeconds(1),
            s -> s.engine().broker().heartbeat()),
        key("broker", "silence", "1m", Duration.ofMinutes(1), s -> s.engine().broker().silence()),
        key(
            "broker",
            "timeout",
            "750ms",
            Duration.ofMillis(750),
            s -> s.engine().broker().timeout()),
        key(
            "journal",
            "keep",
            "7d",
            new JournalSettings(Duration.ofDays(7)),
            s -> s.engine().journal()),
        limit("total-per-hour: 4000", new BrokerLimits(4000, 300, 15, 5)),
        limit("sync-per-hour: 200", new BrokerLimits(5000, 200, 15, 5)),
        limit("renew-per-hour: 9", new BrokerLimits(5000, 300, 9, 5)),
        limit("login-failures-per-hour: 3", new BrokerLimits(5000, 300, 15, 3)),
        key("feed", "price", "conservative", PriceSource.CONSERVATIVE, s -> s.engine().price()),
        key("feed", "stale-after", "1h", Duration.ofHours(1), s -> s.engine().staleAfter()),
        key(
            "rules",
            "stages",
            "{ default: observe }",
            Stage.OBSERVE,
            s -> s.engine().stages().byDefault()),
        key("rules", "stages", "{ a.b: act }", Stage.ACT, s -> s.engine().stages().of("a.b")),
        key("actions", "by", "orders", By.ORDERS, s -> s.engine().actions().by()),
        key(
            "actions",
            "verify-within",
            "7s",
            Duration.ofSeconds(7),
            s -> s.engine().actions().verifyWithin()),
        key(
            "actions",
            "liquidate-within",
            "9s",
            Duration.ofSeconds(9),
            s -> s.engine().actions().liquidateWithin()),
        key("actions", "reason-code", "Other", "Other", s -> s.engine().actions().reasonCode()),
        key("route", "receivers", "[]", List.of(), s -> s.engine().route().receivers()),
        key("route", "send-resolved", "false", false, s -> s.engine().route().sendResolved()));
  }

  @ParameterizedTest(name = "{0}.{1}: {2}")
  @MethodSource("keysOfSections")
  void readsTheKey(
      String section,
      String key,
      String written,
      Object expected,
      Function<Settings, Object> setting) {
    assertThat(setting.apply(folder.set(section, key, written).settings())).isEqualTo(expected);
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        byDefault("env", "production", s -> s.engine().env()),
        byDefault("journal", new JournalSettings(Duration.ofDays(30)), s -> s.engine().journal()),
        byDefault("broker.app-id", "Plimsoll", s -> s.engine().broker().credentials().appId()),
        byDefault("broker.app-version", "1.0", s -> s.engine().broker().credentials().appVersion()),
        byDefault("broker.cid", null, s -> s.engine().broker().credentials().cid()),
        byDefault("broker.sec", null, s -> s.engine().broker().credentials().sec()),
        byDefault(
            "broker.heartbeat", Duration.ofMillis(2500), s -> s.engine().broker().heartbeat()),
        byDefault("broker.silence", Duration.ofSeconds(10), s -> s.engine().broker().silence()),
        byDefault("broker.timeout", Duration.ofSeconds(10), s -> s.engine().broker().timeout()),
        byDefault(
            "broker.limits", new BrokerLimits(5000, 300, 15, 5), s -> s.engine().broker().limits()),
        byDefault("feed.price", PriceSource.LAST, s -> s.engine().price()),
        byDefault("feed.stale-after", Duration.ofSeconds(10), s -> s.engine().staleAfter()),
        byDefault("rules.stages", Stage.ALERT, s -> s.engine().stages().of("any.rule")),
        byDefault("actions.by", By.ADMIN, s -> s.engine().actions().by()),
        byDefault(
            "actions.verify-within",
            Duration.ofSeconds(5),
            s -> s.engine().actions().verifyWithin()),
        byDefault(
            "actions.liquidate-within",
            Duration.ofSeconds(60),
            s -> s.engine().actions().liquidateWithin()),
        byDefault(
            "actions.reason-code",
            "RestrictedRiskRestriction",
            s -> s.engine().actions().reasonCode()),
        byDefault("route.send-resolved", true, s -> s.engine().route().sendResolved()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defaults")
  void hasADefault(String key, Object expected, Function<Settings, Object> setting) {
    assertThat(setting.apply(folder.settings())).isEqualTo(expected);
  }

  static Stream<Arguments> keysOfMail() {
    return Stream.of(
        mail("", "mail.example.org", EmailSettings::host),
        mail("", 587, EmailSettings::port),
        mail("port: 25", 25, EmailSettings::port),
        mail("", EmailSettings.Security.STARTTLS, EmailSettings::security),
        mail("security: tls", EmailSettings.Security.TLS, EmailSettings::security),
        mail("security: none", EmailSettings.Security.NONE, EmailSettings::security),
        mail("", null, EmailSettings::username),
        mail("username: u, password: \"${env:PW}\"", "u", EmailSettings::username),
        mail("", null, EmailSettings::password),
        mail(
            "username: u, password: \"${env:PW}\"",
            new Secret(ConfigFolder.PASSWORD),
            EmailSettings::password),
        mail("", "a@example.org", EmailSettings::from),
        mail("", List.of("b@example.org"), EmailSettings::to),
        mail("", Duration.ofSeconds(10), EmailSettings::timeout),
        mail("timeout: 3s", Duration.ofSeconds(3), EmailSettings::timeout));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("keysOfMail")
  void readsTheKeyOfAnEmailReceiver(
      String keys, Object expected, Function<EmailSettings, Object> setting) {
    folder.set("receivers", "mail", "{ email: { %s, %s } }".formatted(MAIL, keys));
    assertThat(folder.settings().receivers().get("mail"))
        .isInstanceOfSatisfying(
            Receiver.Email.class, m -> assertThat(setting.apply(m.settings())).isEqualTo(expected));
  }

  @Test
  void readsAWebhookReceiver() {
    folder.set(
        "receivers",
        "hook",
        "{ webhook: { url: https://example.org/x, secret: \"${env:PW}\", timeout: 2s } }");
    assertThat(folder.settings().receivers())
        .isEqualTo(
            Map.of(
                "hook",
                new Receiver.Webhook(
                    new WebhookSettings(
                        URI.create("https://example.org/x"),
                        new Secret(ConfigFolder.PASSWORD),
                        Duration.ofSeconds(2)))));
  }

  @Test
  void waitsTenSecondsForAWebhookByDefault() {
    assertThat(folder.settings().receivers().get("hook"))
        .isInstanceOfSatisfying(
            Receiver.Webhook.class,
            hook -> assertThat(hook.settings().timeout()).isEqualTo(Duration.ofSeconds(10)));
  }

  @Test
  void readsTheLabelOfTheEnvironment() {
    assertThat(folder.set("env", "demo").settings().engine().env()).isEqualTo("demo");
  }

  @Test
  void pathsStartFromTheFolderAboveConfig() {
    assertThat(folder.set("data-folder", "elsewhere").settings().engine().dataFolder())
        .isEqualTo(home.resolve("elsewhere"));
  }

  @Test
  void noJournalIsKeptWhereNoneIsWanted() {
    assertThat(folder.set("journal", "none").settings().engine().journal()).isNull();
  }

  @Test
  void theStoreIsInDataByDefault() {
    assertThat(folder.settings().engine().dataFolder()).isEqualTo(home.resolve("data"));
  }

  @Test
  void anAbsolutePathStaysAsItIs() {
    assertThat(folder.set("data-folder", "/var/lib/plimsoll").settings().engine().dataFolder())
        .isEqualTo(Path.of("/var/lib/plimsoll"));
  }

  @Test
  void rulesAreInRulesDrlByDefault() {
    assertThat(folder.settings().engine().ruleFolders()).containsExactly(home.resolve("rules/drl"));
  }

  @Test
  void readsSeveralRuleFolders() {
    folder.write("mine/a.drl", "").set("rules", "folders", "[rules/drl, mine]");
    assertThat(folder.settings().engine().ruleFolders())
        .containsExactly(home.resolve("rules/drl"), home.resolve("mine"));
  }

  @Test
  void readsPlansFromAnotherFolder() {
    folder
        .write(
            "p/1.yaml",
            "plans: [{ name: other, accounts: { ids: [1] }, margin-used: { alert: 5% } }]")
        .set("plans", "p");
    assertThat(folder.onlyPlan().name()).isEqualTo("other");
  }

  @Test
  void tellsWhereEachStageIsWritten() throws Exception {
    folder.set("rules", "stages", "{ default: observe, a: act, b.c: alert }");
    var lines = folder.settings().stageLines();
    var file = home.resolve("config/plimsoll.yaml");
    int line =
        Files.readAllLines(file).indexOf("  stages: { default: observe, a: act, b.c: alert }") + 1;
    assertThat(lines)
        .isEqualTo(Map.of("a", new Location(file, line), "b.c", new Location(file, line)));
  }

  @Test
  void theEnvironmentMayBeAPartOfAValue() {
    folder.set("broker", "rest", "https://${env:HOST}/v1").environment("HOST", "demo.example.net");
    assertThat(folder.settings().engine().broker().rest())
        .hasToString("https://demo.example.net/v1");
  }

  @Test
  void aValueFromTheEnvironmentIsTakenAsItIs() {
    folder.set("broker", "name", "${env:USER_NAME}").environment("USER_NAME", "a\\b$1${env:PW}");
    assertThat(folder.settings().engine().broker().credentials().name())
        .isEqualTo("a\\b$1${env:PW}");
  }

  @Test
  void aCorrectConfigHasNoWarnings() {
    assertThat(folder.warnings()).isEmpty();
  }

  private static Arguments key(
      String section,
      String key,
      String written,
      Object expected,
      Function<Settings, Object> setting) {
    return arguments(section, key, written, expected, setting);
  }

  private static Arguments limit(String written, BrokerLimits expected) {
    return key(
        "broker", "limits", "{ " + written + " }", expected, s -> s.engine().broker().limits());
  }

  private static Arguments byDefault(
      String key, Object expected, Function<Settings, Object> setting) {
    return arguments(key, expected, setting);
  }

  private static Arguments mail(
      String keys, Object expected, Function<EmailSettings, Object> setting) {
    return arguments(keys, expected, setting);
  }
}
