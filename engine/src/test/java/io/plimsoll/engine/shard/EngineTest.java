package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  @Test
  void anAccountBelowItsFloorIsLiquidatedOnceThenLockedOnceAndPeopleAreTold() {
    try (var rig = new Rig(folder).start()) {
      await("the account is followed", () -> rig.broker.control().openSockets() == 2);
      rig.movePrice("5");
      rig.movePrice("-30");

      await(
          "the account is locked", () -> rig.adminAction(TRAILED).equals("LockTradingImmediately"));
      await(
          "people are told that it is proven",
          () ->
              rig.told.stream()
                  .anyMatch(one ->
                      one.annotations().getOrDefault("done", "").startsWith("flat and locked")));

      assertThat(rig.adminActionsSent())
          .containsExactly("LiquidateImmediately", "LockTradingImmediately");
      assertThat(rig.broker.control().account(TRAILED).netPos()).isEmpty();
      assertThat(rig.wasTold("trailing-drawdown.reached")).isTrue();
    }
  }
}
