package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.control.Control;
import io.plimsoll.simulator.fault.Chaos;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.rest.Limits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A little of every fault on all sockets for a while, as the seed has it, while accounts trade and
 * some of them break their floor.
 */
class ChaosTest {
  private static final long SEED = 20261121;
  private static final Duration CHAOS = Duration.ofSeconds(18);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int OF_EACH = 3;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  private static Settings chaotic(Settings usual) {
    return usual
        .withSeed(SEED)
        .withTiming(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10))
        .with(Limits.none())
        .with(Chaos.at(0.03).cuttingAfterLoss(Duration.ofMillis(500)));
  }

  /** So many contracts that the fall of the price costs more than the floor allows. */
  private static List<Long> open(Control control, long first, String symbol, int quantity) {
    var opened = new ArrayList<Long>();
    for (long id = first; id < first + OF_EACH; id++) {
      control.openAccount(
          Opening.account(id, "EVAL-" + id, "50000").evaluation("50000").holding(symbol, quantity));
      opened.add(id);
    }
    return opened;
  }

  private static void move(Control control, String symbol, String points) {
    control.setPrice(symbol, control.price(symbol).add(new BigDecimal(points)));
  }

  /** Small trades and prices, after which nobody is worth much more or less. */
  private void trade(Control control, List<Long> traders) {
    for (var symbol : List.of("ESZ6", "NQZ6", "MESZ6", "MNQZ6")) {
      move(control, symbol, random.nextBoolean() ? "0.25" : "-0.25");
    }
    long trader = traders.get(random.nextInt(traders.size()));
    control.order(Ticket.market(trader, "MNQZ6", random.nextBoolean() ? Side.Buy : Side.Sell, 1));
  }

  private void tradeFor(Duration time, Control control, List<Long> traders) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      trade(control, traders);
      await("a moment", Rig.after(Duration.ofMillis(150)));
    }
  }

  @Test
  void whoBreaksTheFloorIsLockedOnceAndNobodyElseWhateverTheSocketsDo() {
    try (var rig = Rig.beside(ChaosTest::chaotic, folder).impatient().spread(2)) {
      var control = rig.broker.control();
      var es = open(control, 7100, "ESZ6", 2);
      var nq = open(control, 7200, "NQZ6", 2);
      var mes = open(control, 7300, "MESZ6", 20);
      var calm = open(control, 7400, "MNQZ6", 1);
      es.add(TRAILED);
      rig.start();
      try (var mirror = Mirror.of(rig.broker)) {
        rig.awaitQuoted(2);
        var third = CHAOS.dividedBy(3);
        tradeFor(third, control, calm);
        move(control, "ESZ6", "-30");
        tradeFor(third, control, calm);
        move(control, "NQZ6", "-80");
        tradeFor(third, control, calm);
        move(control, "MESZ6", "-30");
        assertThat(control.injections().counts()).hasSizeGreaterThan(12);
        control.clearFaults();

        for (var fallen : List.of(es, nq, mes)) {
          for (long account : fallen) {
            await(PATIENCE, account + " is locked", () -> rig.isLocked(account));
          }
        }
        assertThat(rig.told)
            .filteredOn(one -> "trailing-drawdown.reached".equals(one.labels().get("alertname")))
            .noneMatch(one -> one.status() == Status.RESOLVED)
            .noneMatch(one -> calm.contains(Long.valueOf(one.labels().get("account"))));
        for (var fallen : List.of(es, nq, mes)) {
          for (long account : fallen) {
            assertThat(rig.asked.adminActions(account))
                .as("sent for %d", account)
                .containsExactly("LiquidateImmediately", "LockTradingImmediately");
            assertThat(control.account(account).netPos()).isEmpty();
          }
        }
        mirror.awaitBrokersBooks();

        // Those who were left alone are known as they are: they are locked when they fall too.
        calm.forEach(account -> control.setCash(account, new BigDecimal(47_000)));
        for (long account : calm) {
          await(PATIENCE, account + " is locked", () -> rig.isLocked(account));
          assertThat(rig.asked.adminActions(account)).doesNotHaveDuplicates();
        }
      }
    }
  }
}
