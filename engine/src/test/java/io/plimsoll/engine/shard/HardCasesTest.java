package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.simulator.rest.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sequences of events that once did harm. The second account tells when the engine has caught up.
 */
class HardCasesTest {
  @TempDir Path folder;

  @Test
  void aPositionFromYesterdayThatClosesBeforeItsCashIsNoBreach() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("50");
      rig.store.awaitPeak("55000.00");
      rig.frames.sendPosition(998_000L, 0, "2099-01-01");
      rig.frames.sendCash(new BigDecimal("55000"));

      await("there was time to act", Rig.after(Duration.ofSeconds(3)));
      assertThat(rig.asked.adminActions(TRAILED)).isEmpty();
    }
  }

  @Test
  void aMaximumThatRunsAheadOfThePriceIsNoBreach() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitPeak("50000.00");
      rig.frames.tellMaximum("53000.00");
      await("the price is late", Rig.after(Duration.ofMillis(500)));
      rig.movePrice("30");
      rig.store.awaitPeak("53000.00");

      await("there was time to act", Rig.after(Duration.ofSeconds(3)));
      assertThat(rig.asked.adminActions(TRAILED)).isEmpty();
    }
  }

  @Test
  void aMaximumThatNoPriceEverMatchesCountsInTheEnd() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitPeak("50000.00");
      rig.frames.tellMaximum("53000.00");

      await("it is locked", () -> rig.isLocked(TRAILED));
    }
  }

  @Test
  void aPartOfTheSnapshotThatComesLateCounts() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitSnapshotTaken();
      rig.frames.sendLateSnapshotPart(new BigDecimal("40000"));

      await("it is locked", () -> rig.isLocked(TRAILED));
    }
  }

  @Test
  void anOldStatusThatComesAgainReleasesNobody() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.frames.forgetMaxNetLiq();

      rig.awaitSecondLocked();
      assertThat(rig.timesTold("trailing-drawdown.reached", Status.RESOLVED)).isZero();
    }
  }

  @Test
  void whileTheSessionIsClosedALiquidationWaitsAndThenGoes() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.FailureReason("SessionClosed", "closed"), 1);
      rig.fall();
      await("it was refused", () -> rig.asked.adminActions().size() == 1);
      await("people are told", () -> rig.wasTold("account-action.unverified"));
      rig.advance(Duration.ofSeconds(61));

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
    }
  }

  @Test
  void aReleaseDuringAPenaltyKeepsTheRequestFromGoingOut() {
    try (var rig = new Rig(folder, Stage.ACT, Duration.ofSeconds(5)).following()) {
      rig.faultOnAdmin(new Fault.Delay(Duration.ofMillis(1)), 1);
      rig.faultOnAdmin(new Fault.Penalty(Duration.ofSeconds(2), false), 1);
      rig.fall();
      await("the lock got a penalty", () -> rig.asked.adminActions().size() == 2);
      rig.broker.control().administer(TRAILED, Optional.of("Normal"));
      await("released", () -> rig.timesTold("trailing-drawdown.reached", Status.RESOLVED) == 1);

      rig.awaitSecondLocked();
      await("the penalty is over", Rig.after(Duration.ofSeconds(3)));
      assertThat(rig.adminAction(TRAILED)).isEqualTo("Normal");
    }
  }

  @Test
  void aReleaseEndsWhatARuleRequiresThatIsNoLongerLoaded() {
    try (var rig = new Rig(folder).start(RigRules.withActingRule(folder.resolve("rules")))) {
      rig.awaitFollowed();
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.stop();
      rig.following();
      rig.broker.control().administer(TRAILED, Optional.of("Normal"));

      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED))
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aClockSetBackStopsNothing() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitSnapshotTaken();
      rig.setEngineClockBack(Duration.ofHours(1));
      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);
      rig.fall();

      await("it is locked", () -> rig.isLocked(TRAILED));
    }
  }

  @Test
  void aLiquidationOfSomeoneElseThatLeavesPositionsOpenIsPaged() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitSnapshotTaken();
      rig.broker.control().administer(TRAILED, Optional.of("LiquidateImmediately"));
      rig.frames.sendPosition(998_000L, 3, "2099-01-01");
      rig.fall();
      rig.fall();

      await("people are told", () -> rig.wasTold("account-action.unverified"));
    }
  }

  @Test
  void aLockThatWaitsIsNotSentOntoAPositionThatAppeared() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Delay(Duration.ofMillis(1)), 1);
      rig.faultOnAdmin(new Fault.Status(401), 1);
      rig.fall();
      await("the lock is refused for now", () -> rig.asked.adminActions().size() == 2);
      rig.frames.sendPosition(998_000L, 3, "2099-01-01");

      await("people are told", () -> rig.wasTold("account-action.unverified"));
      rig.awaitSecondLocked();
      assertThat(rig.asked.adminActions(TRAILED))
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aRuleThatIsOutStaysToldAfterAResync() {
    try (var rig = new Rig(folder).start(RigRules.withThrowingRule(folder.resolve("rules")))) {
      rig.awaitFollowed();
      await("people are told", () -> rig.wasTold("engine.rule-quarantined"));
      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);

      rig.awaitSecondLocked();
      assertThat(rig.timesTold("engine.rule-quarantined", Status.RESOLVED)).isZero();
      assertThat(rig.isLocked(SECOND)).isTrue();
    }
  }
}
