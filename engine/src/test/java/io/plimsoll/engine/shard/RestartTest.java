package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.simulator.rest.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path folder;

  @Test
  void whatWasOpenBeforeIsNotToldNorDoneAgain() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.stop();
      long before = rig.timesTold(TRAILED);

      rig.following();
      rig.openSecondAccount();
      rig.fall();

      await("the other account is locked", () -> rig.isLocked(SECOND));
      assertThat(rig.timesTold(TRAILED)).isEqualTo(before);
      assertThat(rig.asked.adminActions(TRAILED))
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aPeakThatTheBrokerForgetsLooksLikeAResetAndIsNotActedOn() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("10");
      rig.store.awaitPeak("51000.00");
      rig.stop();
      rig.frames.forgetMaxNetLiq();
      rig.movePrice("-25");

      rig.following();

      await("it is proposed", () -> rig.wasTold("account-action.proposed"));
      assertThat(rig.asked.adminActions()).isEmpty();
    }
  }

  @Test
  void aBreachWhileAwayIsFoundAtTheStart() {
    try (var rig = new Rig(folder).following()) {
      rig.stop();
      rig.fall();

      rig.following();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aRequestExecutedWithoutAnAnswerIsSeenInTheFactsAndNotRepeated() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.LoseAnswer(), 1);
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aRequestThatHadNoEffectBeforeTheEndIsSentAgainAfterReadingBack() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Ignore(), 1);
      rig.fall();
      await("it was sent", () -> rig.asked.adminActions().size() == 1);
      rig.stop();

      rig.following();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly(
              "LiquidateImmediately", "LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aReleaseWhileAwayEndsAllThatRemains() {
    try (var rig = new Rig(folder).following()) {
      rig.faultOnAdmin(new Fault.Delay(Duration.ofMillis(1)), 1);
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.stop();
      rig.broker.control().administer(TRAILED, Optional.of("Normal"));

      rig.following();

      await(
          "the alert is resolved",
          () -> rig.timesTold("trailing-drawdown.reached", Status.RESOLVED) == 1);
      assertThat(rig.asked.adminActions()).hasSize(2);
    }
  }

  @Test
  void aLossOfTheSocketChangesNothingAndNothingRefires() {
    try (var rig = new Rig(folder).following()) {
      rig.warn();
      int before = rig.told.size();

      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);
      rig.awaitFollowed();

      assertThat(rig.told).hasSize(before);
      rig.fall();
      await("and it still acts", () -> rig.saysDone("flat and locked"));
    }
  }

  @Test
  void aBrokerThatIsAwayLongerThanAllowedIsToldAsAStaleFeed() {
    try (var rig = new Rig(folder).following()) {
      rig.broker.close();

      await("people are told", () -> rig.wasTold("feed-stale.stale"));
    }
  }
}
