package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockTest {
  /** Half a minute before the reset of a Monday in Chicago. */
  private static final Instant BEFORE_RESET = Instant.parse("2026-01-05T22:59:30Z");

  @TempDir Path folder;

  @Test
  void aSoftRestrictionOfOursIsLiftedWhenTheNewDayHasItsAnchor() {
    try (var rig = Rig.at(BEFORE_RESET, folder).following()) {
      rig.movePrice("-15.5");
      await("closing only", () -> rig.saysDone("liquidate-only, proven"));

      rig.movePrice("15.5");
      await("it recovers", () -> rig.timesTold("trailing-drawdown.near", Status.RESOLVED) > 0);
      rig.advance(Duration.ofSeconds(60));
      rig.frames.sendNewDay("50000", 6);

      await("lifted", () -> rig.adminAction(TRAILED).equals("Normal"));
      assertThat(rig.asked.adminActions())
          .containsExactly("LiquidateOnlyModeImmediately", "Normal");
    }
  }

  @Test
  void untilTheNewDayHasItsAnchorTheRestrictionStands() {
    try (var rig = Rig.at(BEFORE_RESET, folder).following()) {
      rig.movePrice("-15.5");
      await("closing only", () -> rig.saysDone("liquidate-only, proven"));

      rig.advance(Duration.ofSeconds(60));
      rig.openSecondAccount();
      rig.movePrice("-25");
      await("the engine goes on", () -> rig.isLocked(Rig.SECOND));

      assertThat(rig.asked.adminActions(TRAILED)).doesNotContain("Normal");
    }
  }

  @Test
  void aRestrictionThatSomeoneElseSetAgainIsNotLifted() {
    try (var rig = Rig.at(BEFORE_RESET, folder).following()) {
      rig.movePrice("-15.5");
      await("closing only", () -> rig.saysDone("liquidate-only, proven"));
      rig.advance(Duration.ofSeconds(20));
      rig.broker.control().administer(TRAILED, Optional.of("LiquidateOnlyModeImmediately"));

      rig.movePrice("15.5");
      await("it recovers", () -> rig.timesTold("trailing-drawdown.near", Status.RESOLVED) > 0);
      rig.advance(Duration.ofSeconds(60));
      rig.frames.sendNewDay("50000", 6);

      await(
          "the day is new",
          () -> rig.timesTold("daily-loss-percent.liquidate-only", Status.RESOLVED) == 1);
      assertThat(rig.asked.adminActions()).containsExactly("LiquidateOnlyModeImmediately");
    }
  }
}
