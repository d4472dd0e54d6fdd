package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.fault.WireFault.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketFaultTest {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(60);

  private Simulator broker;
  private Wire wire;

  @BeforeEach
  void start() {
    broker = Brokers.withAccount(Brokers.still().withTiming(SOON, LONG, LONG));
    wire = Wire.synced(broker);
  }

  @AfterEach
  void stop() {
    wire.close();
    broker.close();
  }

  @Test
  void aDroppedFrameIsNotSentAndTheNextOneIs() {
    broker.control().fault(WireFault.of(Kind.DROP));
    cash(1);
    cash(2);

    awaitCash(2);
    assertThat(amounts()).containsExactly(2);
  }

  @Test
  void aFaultIsDoneToTheFrameItIsAimedAt() {
    broker.control().fault(WireFault.of(Kind.DROP), Aim.entity("accountRiskStatus"));
    cash(1);
    broker.control().administer(ACCOUNT, Optional.of("LockTradingImmediately"));
    cash(2);

    awaitCash(2);
    assertThat(amounts()).containsExactly(1, 2);
    assertThat(wire.propsTypes()).doesNotContain("accountRiskStatus");
  }

  @Test
  void aDuplicateComesTwice() {
    broker.control().fault(WireFault.of(Kind.DUPLICATE));
    cash(1);
    cash(2);

    awaitCash(2);
    assertThat(amounts()).containsExactly(1, 1, 2);
  }

  @Test
  void aReorderedFrameComesAfterTheNext() {
    broker.control().fault(WireFault.of(Kind.REORDER));
    cash(1);
    cash(2);

    awaitCash(1);
    assertThat(amounts()).containsExactly(2, 1);
  }

  @Test
  void aReorderedFrameComesByItselfWhenNothingFollows() {
    broker.control().fault(WireFault.of(Kind.REORDER));
    cash(1);

    awaitCash(1);
  }

  @Test
  void aDelayedFrameHoldsBackWhatIsBehindIt() {
    broker.control().fault(WireFault.delay(Duration.ofMillis(300)));
    var before = System.nanoTime();
    cash(1);
    cash(2);
    awaitCash(2);

    assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    assertThat(amounts()).containsExactly(1, 2);
  }

  @Test
  void anOversizedFrameArrivesWhole() {
    broker.control().fault(WireFault.of(Kind.OVERSIZE));
    cash(1);

    awaitCash(1);
    assertThat(wire.frames()).anyMatch(frame -> frame.length() > 12 << 20);
  }

  @Test
  void aTruncatedFrameArrivesBroken() {
    broker.control().fault(WireFault.of(Kind.TRUNCATE));
    var before = wire.frames().size();
    cash(1);

    wire.frame(frame -> frame.startsWith("a[") && !frame.endsWith("]"));
    assertThat(wire.frames()).hasSizeGreaterThan(before);
  }

  @Test
  void aHalfOpenSocketSaysNothingAndHearsNothing() {
    wire.frame("h"::equals);
    assertThat(broker.control().fault(WireFault.of(Kind.HALF_OPEN))).isEqualTo(1);
    try (var other = Wire.synced(broker)) {
      wire.send("auth/me", "", "");
      cash(1);
      other.props("cashBalance", any -> true);
      var beats = other.frames().size();
      other.awaitFrames(beats + 3);

      assertThat(amounts()).isEmpty();
      assertThat(wire.isClosed()).isFalse();
      assertThat(broker.control().requests("auth/me")).isEmpty();
    }
  }

  @Test
  void aCutSocketEndsWithoutAWord() {
    broker.control().fault(WireFault.of(Kind.CUT));

    wire.awaitClose();
    assertThat(wire.frames()).noneMatch(frame -> frame.startsWith("c"));
  }

  @Test
  void aSessionThatWentAwayRepeatsItsLastWordAndNothingElse() {
    broker.control().fault(WireFault.of(Kind.GO_AWAY));
    wire.frame("c[3000,\"Go away!\"]"::equals);
    cash(1);
    var before = wire.frames().size();
    wire.send("auth/me", "", "");
    wire.awaitFrames(before + 1);

    assertThat(wire.frames().subList(before, before + 1)).containsOnly("c[3000,\"Go away!\"]");
    assertThat(amounts()).isEmpty();
  }

  @Test
  void aReplaySendsTheSessionAgainInOrderAndEndsWithTheLastState() {
    cash(1);
    cash(2);
    cash(3);
    broker.control().fault(WireFault.of(Kind.REPLAY));
    cash(4);

    awaitCash(4);
    assertThat(amounts()).containsExactly(1, 2, 3, 50_000, 1, 2, 3, 4);
  }

  @Test
  void aReplayTellsALateSocketWhatHappenedBeforeItCame() {
    cash(1);
    cash(2);
    try (var late = Wire.synced(broker)) {
      broker.control().fault(WireFault.of(Kind.REPLAY));

      late.props("cashBalance", entity -> entity.path("amount").asInt() == 1);
      late.props("cashBalance", entity -> entity.path("amount").asInt() == 2);
    }
  }

  @Test
  void whatIsPutInComesAtOnceAndTheSocketLivesOn() {
    for (var kind :
        List.of(Kind.UNKNOWN_FRAME, Kind.UNKNOWN_EVENT, Kind.UNKNOWN_TYPE, Kind.EMPTY)) {
      broker.control().fault(WireFault.of(kind));
    }
    wire.frame("a[]"::equals);
    cash(1);

    awaitCash(1);
    assertThat(broker.control().injections().counts())
        .containsKeys("unknown-frame", "unknown-event", "unknown-type", "empty");
  }

  @Test
  void aFaultForOneKindOfSocketLeavesTheOtherAlone() {
    try (var prices = Wire.marketData(broker)) {
      var struck = broker.control().fault(WireFault.of(Kind.CUT), Aim.at(SocketKind.MARKET_DATA));
      prices.awaitClose();
      cash(1);

      awaitCash(1);
      assertThat(struck).isEqualTo(1);
    }
  }

  @Test
  void afterALossTheSocketIsCutSoon() {
    try (var strict =
            Brokers.withAccount(
                Brokers.still()
                    .withTiming(SOON, LONG, LONG)
                    .with(Script.NONE.cuttingAfterLoss(Duration.ofMillis(500))));
        var victim = Wire.synced(strict)) {
      strict.control().fault(WireFault.of(Kind.DROP));
      strict.control().setCash(ACCOUNT, new BigDecimal("1"));

      victim.awaitClose();
      assertThat(victim.propsTypes()).isEmpty();
      assertThat(victim.frames()).noneMatch(frame -> frame.startsWith("c"));
    }
  }

  @Test
  void whatLosesNothingCutsNothing() {
    try (var strict =
            Brokers.withAccount(Brokers.still().with(Script.NONE.cuttingAfterLoss(Duration.ZERO)));
        var victim = Wire.synced(strict)) {
      strict.control().fault(WireFault.of(Kind.DUPLICATE));
      strict.control().setCash(ACCOUNT, new BigDecimal("1"));
      strict.control().setCash(ACCOUNT, new BigDecimal("2"));

      victim.props("cashBalance", entity -> entity.path("amount").asInt() == 2);
      assertThat(victim.call("auth/me", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void afterACalmNothingGoesWrongAnyMore() {
    broker.control().fault(FaultRule.rate(WireFault.of(Kind.DROP), 1));
    broker.control().fault(WireFault.of(Kind.DROP));
    Rest.stranger(broker).sim("calm", "");
    cash(1);

    awaitCash(1);
  }

  private void cash(int amount) {
    broker.control().setCash(ACCOUNT, new BigDecimal(amount));
  }

  private void awaitCash(int amount) {
    wire.props("cashBalance", entity -> entity.path("amount").asInt() == amount);
  }

  private List<Integer> amounts() {
    return wire.messages().stream()
        .map(each -> each.path("d"))
        .filter(d -> d.path("entityType").asString("").equals("cashBalance"))
        .map(d -> d.path("entity").path("amount").asInt())
        .toList();
  }
}
