package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.simulator.rest.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble with the broker itself becomes an alert, once, and ends with the trouble. */
class BrokerTroubleTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-01-05T18:00:00Z");
  private static final String LOGIN = "auth/accesstokenrequest";
  private static final String SYNC = "user/syncrequest";
  private static final String SET = "accountRiskStatus/setadminautoliqaction";

  @TempDir Path folder;

  private Rig rig() {
    return Rig.at(MONDAY_NOON, folder);
  }

  private static void awaitFiring(Rig rig, String alert, long times) {
    await("fires: " + alert, () -> rig.timesTold(alert, Status.FIRING) == times);
  }

  /** Time passes until it is so: what waits may have begun to wait a moment ago or not yet. */
  private static void pass(Rig rig, Duration step, String what, BooleanSupplier condition) {
    for (int steps = 0; steps < 30 && !condition.getAsBoolean(); steps++) {
      rig.advance(step);
      var soon = Rig.after(Duration.ofMillis(700));
      await("a moment", () -> condition.getAsBoolean() || soon.getAsBoolean());
    }
    assertThat(condition.getAsBoolean()).as("time passed in vain: " + what).isTrue();
  }

  private static void passUntilResolved(Rig rig, Duration step, String alert, long times) {
    pass(rig, step, "resolved: " + alert, () -> rig.timesTold(alert, Status.RESOLVED) == times);
  }

  /** Each of the two links waits for itself after a refusal. */
  private static void passUntilFollowed(Rig rig, Duration step) {
    pass(rig, step, "both sockets open", () -> rig.broker.control().openSockets() == 2);
    rig.awaitFollowed();
  }

  private static BooleanSupplier asked(Rig rig, String endpoint, int times) {
    return () -> rig.broker.control().requests(endpoint).size() >= times;
  }

  private static Notification first(Rig rig, String alert) {
    return rig.told.stream()
        .filter(one -> alert.equals(one.labels().get("alertname")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRefusedLoginIsToldOnceAndResolvedByOneThatWorks() {
    try (var rig = rig()) {
      rig.broker.control().fault(LOGIN, new Fault.ErrorText("Incorrect password"), 2);
      rig.start();
      awaitFiring(rig, "engine.login-refused", 1);
      pass(rig, Duration.ofMinutes(15), "the second try", asked(rig, LOGIN, 2));
      passUntilResolved(rig, Duration.ofMinutes(15), "engine.login-refused", 1);
      passUntilFollowed(rig, Duration.ofMinutes(15));
      assertThat(rig.timesTold("engine.login-refused", Status.FIRING)).isEqualTo(1);
      assertThat(first(rig, "engine.login-refused").labels())
          .containsEntry("subject", "demo")
          .containsEntry("shard", "0")
          .containsEntry("severity", "critical");
      assertThat(first(rig, "engine.login-refused").annotations())
          .containsEntry("runbook_url", "docs/rules/engine.md");
    }
  }

  @Test
  void aLoginThatStaysRefusedOverARestartIsToldOnce() {
    try (var rig = rig()) {
      rig.broker.control().fault(LOGIN, new Fault.ErrorText("Incorrect password"), 2);
      rig.start();
      awaitFiring(rig, "engine.login-refused", 1);
      rig.stop();
      rig.start();
      await("the second life's try", asked(rig, LOGIN, 2));
      passUntilResolved(rig, Duration.ofMinutes(15), "engine.login-refused", 1);
      assertThat(rig.timesTold("engine.login-refused", Status.FIRING)).isEqualTo(1);
    }
  }

  @Test
  void aCaptchaIsToldAndTheLoginTriedAgainAfterAnHour() {
    try (var rig = rig()) {
      rig.broker.control().fault(LOGIN, new Fault.Penalty(Duration.ofSeconds(1), true), 1);
      rig.start();
      awaitFiring(rig, "engine.captcha-wanted", 1);
      assertThat(first(rig, "engine.captcha-wanted").labels()).containsEntry("subject", LOGIN);
      passUntilResolved(rig, Duration.ofHours(1), "engine.captcha-wanted", 1);
      passUntilFollowed(rig, Duration.ofHours(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 423})
  void aLimitedActionIsToldAndSentAgainLater(int status) {
    try (var rig = rig().following()) {
      rig.faultOnAdmin(new Fault.Status(status), 1);
      rig.fall();
      awaitFiring(rig, "engine.broker-limits", 1);
      assertThat(first(rig, "engine.broker-limits").labels())
          .containsEntry("subject", SET)
          .containsEntry("severity", "warning")
          .doesNotContainKey("account");
      pass(rig, Duration.ofSeconds(31), "the lock", () -> rig.saysDone("flat and locked"));
      passUntilResolved(rig, Duration.ofMinutes(10), "engine.broker-limits", 1);
    }
  }

  @Test
  void aLimitedSyncIsToldAndAskedAgainLater() {
    try (var rig = rig()) {
      rig.broker.control().fault(SYNC, new Fault.Status(429), 2);
      rig.start();
      awaitFiring(rig, "engine.broker-limits", 1);
      pass(rig, Duration.ofSeconds(31), "the third sync", asked(rig, SYNC, 3));
      rig.awaitFollowed();
      passUntilResolved(rig, Duration.ofMinutes(10), "engine.broker-limits", 1);
      assertThat(rig.timesTold("engine.broker-limits", Status.FIRING)).isEqualTo(1);
    }
  }

  @Test
  void aLimitThatAnotherLifeMeetsAgainIsNotResolvedByItsSnapshot() {
    try (var rig = rig()) {
      rig.broker.control().fault(SYNC, new Fault.Status(429), 1);
      rig.start();
      awaitFiring(rig, "engine.broker-limits", 1);
      rig.stop();
      rig.broker.control().fault(SYNC, new Fault.Status(429), 1);
      rig.start();
      await("the second life's sync", asked(rig, SYNC, 2));
      pass(rig, Duration.ofSeconds(31), "the third sync", asked(rig, SYNC, 3));
      rig.awaitFollowed();

      rig.awaitSecondLocked();
      assertThat(rig.timesTold("engine.broker-limits", Status.RESOLVED)).isZero();
      assertThat(rig.timesTold("engine.broker-limits", Status.FIRING)).isEqualTo(1);
    }
  }

  @Test
  void anActionWithoutBudgetIsToldAtOnceAndSentWhenThereIsRoom() {
    try (var rig = rig().limited(new BrokerLimits(2, 300, 15, 5)).following()) {
      rig.fall();
      awaitFiring(rig, "engine.budget-used-up", 1);
      assertThat(first(rig, "engine.budget-used-up").labels())
          .containsEntry("subject", "all calls");
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly("LiquidateImmediately");
      pass(rig, Duration.ofMinutes(61), "the lock", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions(TRAILED))
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
      passUntilResolved(rig, Duration.ofMinutes(10), "engine.budget-used-up", 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConnectionQuotaReached", "IPQuotaReached"})
  void aQuotaIsToldForEachLinkAndResolvedAfterAStableMinute(String reason) {
    try (var rig = rig().following()) {
      rig.broker.control().shutdownSockets(reason);
      awaitFiring(rig, "engine.quota-reached", 2);
      pass(rig, Duration.ofSeconds(61), "a second sync", asked(rig, SYNC, 2));
      rig.awaitFollowed();
      passUntilResolved(rig, Duration.ofSeconds(61), "engine.quota-reached", 2);
      assertThat(rig.told)
          .filteredOn(one -> "engine.quota-reached".equals(one.labels().get("alertname")))
          .extracting(one -> one.labels().get("subject"))
          .contains("shard-0", "shard-0-prices");
    }
  }

  @Test
  void maintenanceIsNoTroubleToTell() {
    try (var rig = rig().following()) {
      rig.broker.control().shutdownSockets("Maintenance");
      rig.awaitSnapshots(2);
      rig.awaitSecondLocked();
      assertThat(rig.told).noneMatch(one -> one.labels().get("alertname").startsWith("engine."));
    }
  }
}
