package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.fault.WireFault.Kind;
import io.plimsoll.simulator.fault.WireFault.Reach;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.rest.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of a socket, over real sockets. Where something was lost, which no client can know,
 * the simulator cuts the socket soon after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFaultsTest {
  private static final long HOLDER = 7001;
  private static final long FLAT = 7002;

  private final Simulator broker =
      Simulator.start(
          Settings.defaults()
              .withPriceTick(Duration.ZERO)
              .withBackgroundAccounts(0)
              .withTiming(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(5))
              .with(Limits.none())
              .with(new Script(List.of(), List.of(), Optional.of(Duration.ofMillis(200)))));

  WireFaultsTest() {
    broker.control().openAccount(Opening.account(HOLDER, "HOLDER", "50000").holding("ESZ6", 2));
    broker.control().openAccount(Opening.account(FLAT, "FLAT", "60000"));
  }

  @AfterAll
  void close() {
    broker.close();
  }

  private Mirror live() {
    var mirror = Mirror.of(broker).awaitLive(1);
    mirror.awaitBrokersBooks();
    return mirror;
  }

  /** A bit of everything: orders, fills, positions, money, prices. */
  private void trade() {
    var control = broker.control();
    control.setPrice("ESZ6", control.price("ESZ6").add(new BigDecimal("0.25")));
    control.order(Ticket.market(HOLDER, "ESZ6", Side.Buy, 1));
    control.order(Ticket.limit(FLAT, "NQZ6", Side.Buy, 1, new BigDecimal("20000")));
    control.setCash(FLAT, control.account(FLAT).balance().subtract(BigDecimal.TEN));
    control.order(Ticket.market(HOLDER, "ESZ6", Side.Sell, 1));
    control.setPrice("ESZ6", control.price("ESZ6").subtract(new BigDecimal("0.50")));
  }

  private long done(Kind kind) {
    return broker.control().injections().counts().getOrDefault(kind.word(), 0L);
  }

  /** The client must come to synchronize again: on its own, or because it was cut off. */
  private static boolean costsTheSocket(WireFault fault) {
    return fault.isLossy() || fault.kind().reach() == Reach.SOCKET;
  }

  /** How the reason begins that is told, where the client knows it; else it was cut off. */
  private static String why(Kind kind) {
    return switch (kind) {
      case HALF_OPEN -> "silent for";
      case TRUNCATE -> "a frame could not be read";
      case GO_AWAY -> "closed by the server: [3000,";
      case SHUTDOWN -> "shutdown by the server: Maintenance";
      default -> "";
    };
  }

  private void afterItTheBookIsTheBrokers(WireFault fault) {
    long before = done(fault.kind());
    try (var mirror = live()) {
      broker.control().fault(fault);
      trade();
      mirror.awaitLive(costsTheSocket(fault) ? 2 : 1).awaitBrokersBooks();
      assertThat(done(fault.kind())).isGreaterThan(before);
      if (costsTheSocket(fault)) {
        assertThat(mirror.downs).isNotEmpty().allMatch(why -> why.startsWith(why(fault.kind())));
      } else {
        assertThat(mirror.downs).isEmpty();
      }
    } finally {
      broker.control().clearFaults();
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterEachFaultTheBookIsTheBrokers(Kind kind) {
    var fault = WireFault.of(kind);
    // A pause shorter than the silence that the client bears.
    afterItTheBookIsTheBrokers(
        kind == Kind.DELAY ? WireFault.delay(Duration.ofMillis(300)) : fault);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_ENUM", "WRONG_TYPE"})
  void aSpoiledEventBesideTheTrueOneDoesNoHarm(Kind kind) {
    afterItTheBookIsTheBrokers(WireFault.of(kind).beside());
  }

  @Test
  void aFrameOfTwelveMegabytesIsReadWholeAndTheSocketLives() {
    try (var mirror = live()) {
      broker.control().fault(WireFault.of(Kind.OVERSIZE), Aim.entity("cashBalance"));
      trade();
      mirror.awaitBrokersBooks();
      assertThat(mirror.longestFrame.get()).isGreaterThan(WireFault.OVERSIZE);
      assertThat(mirror.downs).isEmpty();
    }
  }

  @Test
  void oneBadEntityLosesNothingElseOfItsFrame() {
    var bad =
        """
        {"e":"props","d":{"entityType":"cashBalance","eventType":"Updated",\
        "entity":[{"id":5,"accountId":"who"},{"id":6,"accountId":7002,\
        "timestamp":"2026-11-20T15:00:00Z","tradeDate":{"year":2026,"month":11,"day":20},\
        "currencyId":1,"amount":7}]}}\
        """;
    try (var mirror = live()) {
      broker.control().sendFrame("a[7," + bad + ",null]");
      await("the good one", () -> mirror.all(EntityType.CASH_BALANCE).size() == 3);
      assertThat(mirror.all(EntityType.CASH_BALANCE))
          .anyMatch(one -> ((CashBalance) one).amount().equals(new BigDecimal(7)))
          .noneMatch(one -> one.id() == 5);
      assertThat(mirror.downs).isEmpty();
    }
  }

  @Test
  void somethingDeletedWithOnlyItsIdIsGone() {
    try (var mirror = live()) {
      long id = mirror.all(EntityType.CASH_BALANCE).iterator().next().id();
      broker
          .control()
          .sendFrame(
              "a[{\"e\":\"props\",\"d\":{\"entityType\":\"cashBalance\",\"eventType\":\"Deleted\",\"entity\":{\"id\":%d}}}]"
                  .formatted(id));
      await("it is gone", () -> mirror.all(EntityType.CASH_BALANCE).size() == 1);
      assertThat(mirror.all(EntityType.CASH_BALANCE)).noneMatch(one -> one.id() == id);
    }
  }
}
