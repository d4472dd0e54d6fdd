package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.WithoutPrices;
import io.plimsoll.simulator.rest.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts with open positions whose prices do not come, as their plan wants them judged. */
class WithoutPricesTest {
  private static final String SNAPSHOT = "cashBalance/getcashbalancesnapshot";

  @TempDir Path folder;

  private static int asked(Rig rig) {
    return rig.broker.control().requests(SNAPSHOT).size();
  }

  @Test
  void theBrokersOwnReckoningIsAskedForAndActedOn() {
    try (var rig = new Rig(folder).withoutMarketData(WithoutPrices.SNAPSHOT).start()) {
      rig.store.awaitSnapshotTaken();
      rig.fall();
      rig.advance(Duration.ofSeconds(6));

      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(asked(rig)).isPositive();
    }
  }

  @Test
  void itIsNotAskedForWhilePricesCome() {
    try (var rig = new Rig(folder).withoutPrices(WithoutPrices.SNAPSHOT).following()) {
      rig.store.awaitPeak("50000.00");
      rig.advance(Duration.ofSeconds(10));
      rig.fall();

      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(asked(rig)).isZero();
    }
  }

  @Test
  void realizedFiguresLeaveOutWhatIsOpen() {
    try (var rig = new Rig(folder).withoutMarketData(WithoutPrices.REALIZED).start()) {
      rig.store.awaitPeak("50000.00");
      rig.fall();
      rig.frames.sendCash(new BigDecimal("48500.01"));
      await("the loss of the cash is told", () -> rig.wasTold("daily-loss-percent.alert"));

      assertThat(rig.asked.adminActions()).isEmpty();
      assertThat(asked(rig)).isZero();
    }
  }

  @Test
  void realizedFiguresAreActedOnToo() {
    try (var rig = new Rig(folder).withoutMarketData(WithoutPrices.REALIZED).start()) {
      rig.store.awaitPeak("50000.00");
      rig.frames.sendCash(new BigDecimal("47000"));

      await("it is locked", () -> rig.isLocked(TRAILED));
    }
  }

  @Test
  void whereQuotesAreRefusedNoPriceCanCome() {
    try (var rig = new Rig(folder).withoutPrices(WithoutPrices.REALIZED)) {
      rig.broker.control().fault("md/subscribequote", new Fault.ErrorText("no licence"), 99);
      rig.start();
      rig.store.awaitPeak("50000.00");
      rig.frames.sendCash(new BigDecimal("47000"));

      await("it is locked", () -> rig.isLocked(TRAILED));
    }
  }

  @Test
  void aLimitOnSubscriptionsIsNoReasonToJudgeByTheBalance() {
    try (var rig = new Rig(folder).withoutPrices(WithoutPrices.REALIZED).following()) {
      rig.movePrice("30");
      rig.store.awaitPeak("53000.00");
      rig.broker.control().fault("md/subscribequote", new Fault.Status(429), 1);
      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);

      var end = Rig.after(Duration.ofSeconds(3));
      while (!end.getAsBoolean()) {
        assertThat(rig.asked.adminActions()).isEmpty();
      }
    }
  }

  @Test
  void byDefaultNothingIsJudgedWithoutPrices() {
    try (var rig = new Rig(folder).withoutMarketData(WithoutPrices.UNKNOWN).start()) {
      rig.store.awaitSnapshotTaken();
      rig.frames.sendCash(new BigDecimal("47000"));
      rig.openFlatAccount("47000");

      await("the flat one is told of", () -> rig.wasTold("daily-loss-percent.alert"));
      assertThat(rig.asked.adminActions(TRAILED)).isEmpty();
    }
  }
}
