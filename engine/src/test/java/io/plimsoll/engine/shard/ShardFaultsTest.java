package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.When;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.fault.WireFault.Kind;
import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.rest.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of the sockets as the whole engine bears them. */
class ShardFaultsTest {
  private static final String[] LOCKED = {"LiquidateImmediately", "LockTradingImmediately"};
  private static final Aim ONE_USER_SOCKET =
      new Aim(Optional.of(SocketKind.USER), Aim.Frames.all, Optional.empty(), true);

  @TempDir Path folder;

  private Rig rig() {
    return Rig.beside(ShardFaultsTest::lively, folder).impatient();
  }

  private static Settings lively(Settings usual) {
    return usual.withTiming(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void whileTheSocketIsDeafNothingIsSentAgain() {
    try (var rig = Rig.hasty(ShardFaultsTest::lively, folder).impatient().following()) {
      rig.store.awaitPeak("50000.00");
      rig.broker.control().fault(WireFault.of(Kind.HALF_OPEN), ONE_USER_SOCKET);
      rig.fall();
      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(rig.asked.adminActions()).containsExactly(LOCKED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_OPEN", "CUT"})
  void aFaultOfOneShardLeavesTheOtherUntouched(Kind kind) {
    try (var rig = rig().spread(2)) {
      rig.openSecondAccount();
      rig.start();
      rig.awaitQuoted(2);
      // At the start both are stale for a moment.
      await("both are live", () -> rig.timesTold("feed-stale.stale", Status.RESOLVED) == 2);
      assertThat(rig.broker.control().fault(WireFault.of(kind), ONE_USER_SOCKET)).isOne();
      rig.fall();

      await("one is locked", () -> rig.isLocked(TRAILED) || rig.isLocked(SECOND));
      assertThat(rig.broker.control().requests("user/syncrequest").size()).isLessThanOrEqualTo(3);
      await("both are locked", () -> rig.isLocked(TRAILED) && rig.isLocked(SECOND));
      await("the feed is back", () -> rig.timesTold("feed-stale.stale", Status.RESOLVED) == 3);
      assertThat(rig.timesTold("feed-stale.stale", Status.FIRING)).isEqualTo(3);
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
      assertThat(rig.asked.adminActions(SECOND)).containsExactly(LOCKED);
    }
  }

  @Test
  void aResyncInABreachRefiresNothingAndWhileItIsStaleNothingIsLifted() {
    try (var rig = rig().following()) {
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      long told = rig.timesToldInAll(TRAILED);
      rig.broker.control().fault(WireFault.maintenance(Duration.ofSeconds(2)));
      await("it is stale", () -> rig.timesTold("feed-stale.stale", Status.FIRING) == 2);
      assertThat(rig.timesTold("trailing-drawdown.reached", Status.RESOLVED)).isZero();
      await("it is live", () -> rig.timesTold("feed-stale.stale", Status.RESOLVED) == 2);

      rig.awaitSecondLocked();
      assertThat(rig.timesTold(TRAILED)).isEqualTo(told);
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
    }
  }

  @Test
  void aSocketCutWhileALiquidationIsUnderWayChangesNothingOfIt() {
    try (var rig = rig().following()) {
      rig.store.awaitSnapshotTaken();
      rig.fall();
      await("it is sent", () -> !rig.asked.adminActions().isEmpty());
      rig.broker.control().dropSockets();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions()).containsExactly(LOCKED);
    }
  }

  @Test
  void aReplayOfTheSessionRefiresNothingAndReleasesNobody() {
    try (var rig = rig().following()) {
      rig.warn();
      rig.movePrice("30");
      rig.movePrice("-45");
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      long told = rig.timesToldInAll(TRAILED);
      rig.broker.control().fault(WireFault.of(Kind.REPLAY));

      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
      assertThat(rig.timesTold(TRAILED)).isEqualTo(told);
    }
  }

  @Test
  void aStatusWithoutATimeThatComesAgainReleasesNobody() {
    try (var rig = rig()) {
      rig.frames.tellMaximum("50000.00");
      rig.following();
      rig.store.awaitSnapshotTaken();
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      long told = rig.timesToldInAll(TRAILED);
      rig.broker.control().fault(WireFault.of(Kind.REPLAY));

      await("the status is read", () -> statusesRead(rig) > 0);
      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
      assertThat(rig.timesTold(TRAILED)).isEqualTo(told);
    }
  }

  @Test
  void aReleaseWithoutATimeIsBelievedOnceItIsRead() {
    try (var rig = rig().following()) {
      rig.store.awaitSnapshotTaken();
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.broker.control().administer(TRAILED, Optional.empty());

      await(
          "the release is told",
          () -> rig.timesTold("trailing-drawdown.reached", Status.RESOLVED) == 1);
      assertThat(statusesRead(rig)).isPositive();
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
    }
  }

  private static int statusesRead(Rig rig) {
    return rig.broker.control().requests("accountRiskStatus/ldeps").size();
  }

  @Test
  void aLockThatTheNextSnapshotDoesNotShowIsNotSentAgain() {
    var silent = Contents.full().omitting("accountRiskStatus", 1);
    try (var rig = Rig.beside(usual -> lively(usual).with(silent), folder).impatient()) {
      rig.following();
      rig.store.awaitSnapshotTaken();
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      var control = rig.broker.control();
      control.fault("accountRiskStatus/ldeps", new Fault.Status(503), 99);
      control.dropSockets();
      await("a sync", () -> control.requests("user/syncrequest").size() == 2);

      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
    }
  }

  @Test
  void anAdminActionThatIsNoWordReleasesNobody() {
    try (var rig = rig().following()) {
      rig.store.awaitSnapshotTaken();
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      long told = rig.timesToldInAll(TRAILED);
      rig.broker
          .control()
          .sendFrame(
              ("a[{\"e\":\"props\",\"d\":{\"entityType\":\"accountRiskStatus\",\"eventType\":\"Updated\","
                      + "\"entity\":{\"id\":7001,\"adminAction\":7,\"adminTimestamp\":\"%s\"}}}]")
                  .formatted(Instant.now()));

      rig.awaitSecondLocked();
      assertThat(rig.timesToldInAll(TRAILED)).isEqualTo(told);
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
    }
  }

  @Test
  void aFloodOfDuplicatesFiresNothingTwice() {
    try (var rig = rig()) {
      var each = new FaultRule(WireFault.of(Kind.DUPLICATE), Aim.ANY, new When.Rate(1), 1);
      rig.broker.control().fault(each);
      rig.following();
      rig.warn();
      rig.movePrice("-15");
      await("the lock is proven", () -> rig.saysDone("flat and locked"));

      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED)).containsExactly(LOCKED);
      assertThat(rig.timesTold("trailing-drawdown.near", Status.FIRING)).isLessThanOrEqualTo(6);
      assertThat(alerts(rig)).doesNotHaveDuplicates();
      assertThat(rig.broker.control().injections().counts().get("duplicate")).isGreaterThan(20);
    }
  }

  /** Every alert that was told, with when it began. */
  private static List<String> alerts(Rig rig) {
    return rig.told.stream()
        .map(one -> one.status() + " " + one.labels() + " " + one.annotations().get("done"))
        .toList();
  }

  @Test
  void aContractFirstHeldLaterIsReadOverRestPricedAndActedOn() {
    try (var rig =
        Rig.beside(usual -> lively(usual).with(Contents.full().heldOnly(true)), folder)) {
      rig.following();
      rig.store.awaitSnapshotTaken();
      var control = rig.broker.control();
      control.order(Ticket.market(TRAILED, "NQZ6", Side.Buy, 2));
      await(
          "its product is read",
          () ->
              control.requests("product/item").stream()
                  .anyMatch(
                      one -> one.toString().contains(Long.toString(Instrument.NQ.productId()))));
      control.setPrice("NQZ6", control.price("NQZ6").subtract(new BigDecimal(60)));

      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(control.account(TRAILED).netPos()).isEmpty();
    }
  }
}
