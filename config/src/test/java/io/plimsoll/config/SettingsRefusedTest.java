package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plimsoll.yaml may not say, and what people are told. */
class SettingsRefusedTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void aDanglingReceiverIsNamedWithFileAndLine() {
    var refused =
        folder.read(
            """
            broker: { rest: "https://a.org", socket: "wss://a.org", market-data: none,
              name: n, password: "${env:PW}", device-id: d }
            receivers:
              ops-mail: { email: { host: h, from: a@b.org, to: [c@d.org] } }
            route:
              receivers:
                - ops-mial
            """);
    assertThat(folder.problems(refused))
        .containsExactly(
            "config/plimsoll.yaml:7: receiver (ops-mial) of the route is not defined. Maybe you meant (ops-mail).");
  }

  @Test
  void allProblemsAreFoundAtOnceInTheOrderOfTheLines() {
    var refused =
        folder.read(
            """
            envv: demo
            broker:
              rest: demo.example.org
              market-data: none
              heartbeat: 2.5s
            route: { receivers: [x], send-resolved: yes }
            """);
    assertThat(folder.problems(refused))
        .containsExactly(
            "config/plimsoll.yaml:1: the file has no key (envv). Maybe (env).",
            "config/plimsoll.yaml:2: broker.socket is missing. It is required.",
            "config/plimsoll.yaml:2: broker.name is missing. It is required.",
            "config/plimsoll.yaml:2: broker.password is missing. Write password: ${env:NAME}, or password-file: path.",
            "config/plimsoll.yaml:2: broker.device-id is missing. It is required.",
            "config/plimsoll.yaml:3: broker.rest (demo.example.org) must begin with https or http://.",
            "config/plimsoll.yaml:5: broker.heartbeat (2.5s) is not a duration. Write a whole number with ms, s, m or h, such as 10s.",
            "config/plimsoll.yaml:6: receiver (x) of the route is not defined. Define it under receivers, or remove it here.",
            "config/plimsoll.yaml:6: route.send-resolved (yes) is neither true nor false. Write one of them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broker  | hartbeat       | 1s           | broker has no key (hartbeat). Maybe (heartbeat).
          broker  | zzz            | 1s           | broker has no key (zzz). It takes rest, socket, market-data, name, password, password-file, app-id, app-version, device-id, cid, sec, sec-file, follow, heartbeat, silence, timeout, limits.
          broker  | follow         | '{ shards: 0 }' | broker.follow.shards (0) must be from 1 to 48: the vendor allows about 50 sockets a user.
          broker  | follow         | '{ shards: 2, users: [1] }' | broker.follow.shards (2) cannot be used together with users or accounts. Use shards: 1, or name none.
          broker  | follow         | '{ accounts: [] }' | broker.follow.accounts is empty. Name some, or remove the key to follow all.
          broker  | follow         | '{ users: [] }' | broker.follow.users is empty. Name some, or remove the key to follow all.
          broker  | follow         | '{ users: 7 }' | broker.follow.users is one value. Write a list, such as [a, b].
          broker  | follow         | '{ shards: two }' | broker.follow.shards (two) is not an id. Write a whole number.
          broker  | follow         | '{ cutoff: soon }' | broker.follow.cutoff (soon) is not an instant. Write it such as 2026-01-05T00:00:00Z.
          broker  | follow         | '{ shard: 2 }' | broker.follow has no key (shard). Maybe (shards).
          broker  | rest           | ftp://x.org  | broker.rest (ftp://x.org) must begin with https or http://.
          broker  | rest           | 'https:///v' | broker.rest (https:///v) has no host. Write it such as https://example.org.
          broker  | rest           | https://LIVE.x.org | broker.rest (https://LIVE.x.org) has capitals in its host. Write the host in small letters.
          broker  | socket         | 'wss://a b'  | broker.socket (wss://a b) is not an address. Write one that begins with wss or ws://.
          broker  | market-data    | nothing      | broker.market-data (nothing) must begin with wss or ws://.
          broker  | silence        | 10           | broker.silence (10) is not a duration. Write a whole number with ms, s, m or h, such as 10s.
          broker  | silence        | 0s           | broker.silence (0s) must be longer than nothing.
          broker  | silence        | 2500ms       | broker.heartbeat (2500 ms) must be shorter than broker.silence (2500 ms).
          broker  | name           | [a]          | broker.name is a list. Write one value.
          broker  | name           | ''           | broker.name has no value. Write one, or remove the key.
          broker  | name           | ~            | broker.name has no value. Write one, or remove the key.
          journal | keep           | 30           | journal.keep (30) is not a number of days. Write a whole number with d, such as 30d.
          journal | keep           | 12h          | journal.keep (12h) is not a number of days. Write a whole number with d, such as 30d.
          journal | keep           | 0d           | journal.keep (0d) must be at least one day, 1d.
          journal | kep            | 1d           | journal has no key (kep). Maybe (keep).
          broker  | limits         | { total: 1 } | broker.limits has no key (total). It takes total-per-hour, sync-per-hour, renew-per-hour, login-failures-per-hour.
          broker  | limits         | { total-per-hour: 1 } | total-per-hour (1) must be at least 2.
          broker  | limits         | { sync-per-hour: 0 } | sync-per-hour (0) must be at least 1.
          broker  | limits         | { renew-per-hour: -1 } | broker.limits.renew-per-hour (-1) is not a count. Write a whole number up to 1000000.
          broker  | limits         | { renew-per-hour: 1000001 } | broker.limits.renew-per-hour (1000001) is not a count. Write a whole number up to 1000000.
          broker  | limits         | { login-failures-per-hour: 1 } | login-failures-per-hour (1) must be at least 2.
          broker  | limits         | 5000         | broker.limits is one value. Write keys below it.
          feed    | price          | lost         | feed.price (lost) is not known. Write conservative, last. Maybe (last).
          feed    | price          | LAST         | feed.price (LAST) is not known. Write conservative, last. Maybe (last).
          rules   | folders        | rules/drl    | rules.folders is one value. Write a list, such as [a, b].
          rules   | folders        | []           | rules.folders is empty. Name a folder with rules in it.
          rules   | folders        | [no/where]   | rules.folders (no/where) is not a folder that exists. Relative paths start from the folder above config.
          rules   | stages         | { a: propose } | rules.stages.a (propose) is not built yet; use alert.
          rules   | stages         | { a: atc }   | rules.stages.a (atc) is not known. Write act, alert, observe. Maybe (act).
          rules   | stages         | act          | rules.stages is one value. Write keys below it.
          actions | by             | admins       | actions.by (admins) is not known. Write admin, orders. Maybe (admin).
          receivers | x            | { }          | receiver (x) must be one thing. Write email or webhook below it.
          receivers | x            | { emial: { } } | receivers.x has no key (emial). Maybe (email).
          receivers | x            | { email: { host: h, from: a@b.c, to: [] } } | receivers.x.email.to names nobody. Write [someone@example.org].
          receivers | x            | { email: { host: h, from: a@b.c, to: [d@e.f], port: 70000 } } | receivers.x.email.port (70000) is not a port. Write a whole number from 1 to 65535.
          route   | receivers      | [hook, hook] | receiver (hook) stands in the route twice. Remove one.
          """)
  void refusesTheValue(String section, String key, String written, String problem) {
    assertThat(folder.set(section, key, written).texts()).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({"24, true, true", "25, true, false", "48, true, false", "48, false, true"})
  void withMarketDataEachShardNeedsTwoSockets(int shards, boolean prices, boolean taken) {
    folder.set("broker", "market-data", prices ? "wss://md.example.org/v1/websocket" : "none");
    var read = folder.set("broker", "follow", "{ shards: %d }".formatted(shards));
    if (taken) {
      assertThat(read.read()).isInstanceOf(Settings.class);
    } else {
      assertThat(read.texts())
          .singleElement()
          .asString()
          .startsWith(
              "broker.follow.shards (%d) must be at most 24 with market data".formatted(shards))
          .endsWith("Use fewer, or market-data: none.");
    }
  }

  @Test
  void aJournalIsKeptOrNoneIs() {
    assertThat(folder.set("journal", "off").texts())
        .containsExactly("journal (off) is not known. Write none, or keep below it.");
  }

  @Test
  void whatARecordRefusesIsReportedWhereItStands() {
    folder.set("receivers", "x", "{ email: { host: h, from: nobody, to: [d@e.f] } }");
    assertThat(folder.texts()).singleElement().asString().contains("nobody");
    assertThat(folder.problems().getFirst()).startsWith("config/plimsoll.yaml:10: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "socket", "market-data", "name", "device-id"})
  void theKeyIsRequired(String key) {
    assertThat(folder.without("broker", key).texts())
        .containsExactly("broker.%s is missing. It is required.".formatted(key));
  }

  @Test
  void theBrokerIsRequired() {
    assertThat(folder.without("broker").texts())
        .containsExactly("broker is missing. It is required, with its addresses and credentials.");
  }

  @Test
  void aDeviceIdHasAtMost64Characters() {
    assertThat(folder.set("broker", "device-id", "x".repeat(65)).texts())
        .singleElement()
        .asString()
        .endsWith("has 65 characters. The broker takes at most 64.");
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThat(folder.set("env", "${env:NOT_THERE}").texts())
        .containsExactly(
            "env (${env:NOT_THERE}) needs the environment variable NOT_THERE, which is not set.");
  }

  @Test
  void anEmptyVariableIsNamed() {
    assertThat(folder.set("env", "${env:BLANK}").environment("BLANK", " ").texts())
        .containsExactly(
            "env (${env:BLANK}) needs the environment variable BLANK, which is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${NAME}", "${evn:PW}", "a${env:1X}", "${env:PW"})
  void aReferenceInAnotherFormIsRefused(String written) {
    assertThat(folder.set("env", "'" + written + "'").texts())
        .containsExactly(
            "env (%s) is no reference to the environment. Write ${env:NAME}.".formatted(written));
  }

  @Test
  void actingByAdminOnALiveHostIsRefused() {
    folder.set("broker", "rest", "https://live.tradovateapi.com/v1");
    folder.set("rules", "stages", "{ default: alert, trailing-drawdown: act }");
    assertThat(folder.texts())
        .containsExactly(
            "rules.stages.trailing-drawdown (act) cannot be: actions.by is admin and broker.rest is"
                + " a live host, which takes no setadminautoliqaction. Use actions.by: orders,"
                + " stage alert, or the demo host.");
  }

  @Test
  void actingByDefaultOnALiveHostIsRefusedToo() {
    folder.set("broker", "rest", "https://live.tradovateapi.com/v1");
    folder.set("rules", "stages", "{ default: act }");
    assertThat(folder.texts()).singleElement().asString().startsWith("rules.stages.default (act)");
  }

  @Test
  void actingByOrdersOnALiveHostIsFine() {
    folder.set("broker", "rest", "https://live.tradovateapi.com/v1");
    folder.set("rules", "stages", "{ default: act }").set("actions", "by", "orders");
    assertThat(folder.settings().engine().broker().isLive()).isTrue();
  }

  @Test
  void alertingOnALiveHostIsFine() {
    folder.set("broker", "rest", "https://live.tradovateapi.com/v1");
    assertThat(folder.settings().engine().broker().isLive()).isTrue();
  }

  @Test
  void aReceiverThatNothingNamesIsAWarning() {
    folder.set("receivers", "mail", "{ email: { host: h, from: a@b.org, to: [c@d.org] } }");
    assertThat(folder.warnings())
        .containsExactly(
            "config/plimsoll.yaml:10: receiver (mail) is not in the route; only a rule that tells it"
                + " by name reaches it.");
  }

  @Test
  void aRouteToNobodyIsAWarning() {
    folder.without("receivers").without("route");
    assertThat(folder.warnings()).singleElement().asString().contains("nobody is told");
  }

  @Test
  void anUndocumentedReasonCodeIsAWarning() {
    folder.set("actions", "reason-code", "RestrictedRiskRestricton");
    assertThat(folder.warnings())
        .singleElement()
        .asString()
        .endsWith("Maybe (RestrictedRiskRestriction).");
  }

  @Test
  void anUnencryptedAddressIsAWarning() {
    folder.set("broker", "rest", "http://broker.example.org/v1");
    assertThat(folder.warnings())
        .singleElement()
        .asString()
        .contains("broker.rest sends the password unencrypted");
  }

  @Test
  void anUnencryptedAddressOfThisMachineIsNone() {
    assertThat(folder.set("broker", "rest", "http://[::1]:80/v1").warnings()).isEmpty();
  }

  @Test
  void aMissingPlansFolderIsRefused() {
    assertThat(folder.set("plans", "nope").texts())
        .containsExactly(
            "plans (nope) is not a folder that exists. Relative paths start from the folder above config.");
  }
}
