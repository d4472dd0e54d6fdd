package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.engine.alert.Stage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  @Test
  void anAccountBelowItsFloorIsLiquidatedOnceThenLockedOnce() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
      assertThat(rig.broker.control().account(TRAILED).netPos()).isEmpty();
      assertThat(rig.adminAction(TRAILED)).isEqualTo("LockTradingImmediately");
    }
  }

  @Test
  void theMessageSaysAccountValueLimitAndWhatWasOrdered() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();

      await("people are told", () -> rig.wasTold("trailing-drawdown.reached"));
      var first =
          rig.told.stream()
              .filter(one -> one.labels().get("alertname").equals("trailing-drawdown.reached"))
              .findFirst()
              .orElseThrow();
      assertThat(first.annotations())
          .containsEntry("account_name", "EVAL-7001")
          .containsEntry("value", "equity 47,500.00")
          .containsEntry("limit", "floor 48,000.00")
          .containsEntry("done", "liquidate-and-lock ordered");
      assertThat(first.labels())
          .containsEntry("account", "7001")
          .containsEntry("plan", "rig")
          .containsEntry("env", "test")
          .containsEntry("severity", "critical");
    }
  }

  @Test
  void fourLimitsBrokenByOneTickGiveOneLiquidation() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("-60");

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.wasTold("daily-loss-percent.liquidate-only")).isTrue();
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aCentAboveTheFloorOnlyTheDaysLossIsActedOn() {
    try (var rig = new Rig(folder, Stage.ACT, Duration.ofSeconds(5)).following()) {
      rig.broker.control().setCash(TRAILED, new BigDecimal("48999.01"));
      rig.movePrice("-9.99");

      await("the last warning is told", () -> rig.wasTold("trailing-drawdown.near"));
      await(
          "it may only close",
          () -> rig.adminAction(TRAILED).equals("LiquidateOnlyModeImmediately"));
      assertThat(rig.asked.adminActions()).containsExactly("LiquidateOnlyModeImmediately");
    }
  }

  @Test
  void inStageAlertPeopleAreToldAndNothingIsSent() {
    try (var rig = new Rig(folder, Stage.ALERT, Duration.ofSeconds(5)).following()) {
      rig.fall();

      await("people are told", () -> rig.wasTold("trailing-drawdown.reached"));
      assertThat(rig.saysDone("nothing: the rule is in stage alert")).isTrue();
      assertThat(rig.asked.adminActions()).isEmpty();
    }
  }

  @Test
  void inStageObserveNobodyIsTold() {
    try (var rig = new Rig(folder, Stage.OBSERVE, Duration.ofSeconds(5)).following()) {
      rig.fall();
      rig.movePrice("-1");

      rig.store.awaitStored("trailing-drawdown.reached");
      assertThat(rig.told).isEmpty();
      assertThat(rig.asked.adminActions()).isEmpty();
    }
  }

  @Test
  void aLossOfTheDayOverThreePercentAllowsClosingOnly() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("-15.5");

      await("it is proven", () -> rig.saysDone("liquidate-only, proven"));
      assertThat(rig.asked.adminActions()).containsExactly("LiquidateOnlyModeImmediately");
      assertThat(rig.broker.control().account(TRAILED).netPos()).containsEntry("ESZ6", 2);
    }
  }

  @Test
  void aStricterLimitLaterRestrictsFurther() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("-15.5");
      await("closing only", () -> rig.saysDone("liquidate-only, proven"));
      rig.movePrice("-10");

      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      assertThat(rig.asked.adminActions())
          .containsExactly(
              "LiquidateOnlyModeImmediately", "LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aRestrictionOfSomeoneElseThatIsAsStrictIsLeftAlone() {
    try (var rig = new Rig(folder).following()) {
      rig.broker.control().administer(TRAILED, Optional.of("LockTradingImmediately"));
      rig.movePrice("-15.5");

      await("people are told", () -> rig.wasTold("daily-loss-percent.liquidate-only"));
      assertThat(rig.asked.adminActions()).isEmpty();
    }
  }

  @Test
  void anAccountReleasedByAPersonIsNotLockedAgainForTheSameLimit() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();
      await("the lock is proven", () -> rig.saysDone("flat and locked"));
      rig.broker.control().administer(TRAILED, Optional.of("Normal"));

      await(
          "the alert is resolved",
          () -> rig.timesTold("trailing-drawdown.reached", Status.RESOLVED) == 1);
      rig.movePrice("-1");
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
    }
  }

  @Test
  void aWarningThatClearsIsResolved() {
    try (var rig = new Rig(folder).following()) {
      rig.movePrice("-10");
      await("warned", () -> rig.wasTold("trailing-drawdown.near"));
      rig.movePrice("5");

      await("resolved", () -> rig.timesTold("trailing-drawdown.near", Status.RESOLVED) == 1);
    }
  }
}
