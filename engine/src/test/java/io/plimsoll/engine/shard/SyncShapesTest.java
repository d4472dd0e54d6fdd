package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.When;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.fault.WireFault.Kind;
import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.rest.Limits;
import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.SyncShape;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to the sync request, in each way it may come. The vendor has published none. */
class SyncShapesTest {
  private static final long FIRST = 7001;

  /** Enough accounts for several messages. */
  private static final int ACCOUNTS = 25;

  private static Simulator broker(SyncShape shape) {
    return filled(settings(shape));
  }

  private static Simulator filled(Settings settings) {
    var broker = Simulator.start(settings);
    for (int n = 0; n < ACCOUNTS; n++) {
      broker
          .control()
          .openAccount(Opening.account(FIRST + n, "NO-" + n, "50000").holding("ESZ6", 1));
    }
    return broker;
  }

  private static Settings settings(SyncShape shape) {
    return Settings.defaults()
        .withPriceTick(Duration.ZERO)
        .withBackgroundAccounts(0)
        .withTiming(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(5))
        .with(Limits.none())
        .with(shape);
  }

  /** Trades while the answer comes, and after it; then the books must agree. */
  private static void isTakenWhole(SyncShape shape) {
    try (var broker = broker(shape);
        var mirror = Mirror.of(broker)) {
      await("it is asked", () -> !broker.control().requests("user/syncrequest").isEmpty());
      for (int n = 0; n < ACCOUNTS; n++) {
        broker.control().order(Ticket.market(FIRST + n, "ESZ6", Side.Sell, 1 + n % 2));
      }
      mirror.awaitLive(1);
      broker.control().order(Ticket.market(FIRST, "NQZ6", Side.Buy, 1));
      mirror.awaitBrokersBooks();
      assertThat(mirror.all(EntityType.ACCOUNT)).hasSize(ACCOUNTS);
      assertThat(mirror.downs).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachShapeIsTakenWholeWithPausesInWhichTradesHappen(SplitMode mode) {
    isTakenWhole(SyncShape.of(mode).pausing(Duration.ofMillis(30)));
  }

  @ParameterizedTest
  @EnumSource
  void messagesThatComeTwiceDoNoHarm(SplitMode mode) {
    isTakenWhole(SyncShape.of(mode).pausing(Duration.ofMillis(20)).repeating());
  }

  @ParameterizedTest
  @EnumSource
  void eventsMayComeBeforeTheFirstMessage(SplitMode mode) {
    isTakenWhole(SyncShape.of(mode).pausing(Duration.ofMillis(30)).afterSomeProps());
  }

  @Test
  void aMessageAfterALongPauseCountsThoughTheSnapshotWasTakenForWhole() {
    isTakenWhole(SyncShape.of(SplitMode.parts).pausing(Duration.ofMillis(350)));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyOrganizationIsKnownToBeEmptyAndItsFirstAccountIsFollowed(SplitMode mode) {
    try (var broker = Simulator.start(settings(SyncShape.of(mode)));
        var mirror = Mirror.of(broker).awaitLive(1)) {
      assertThat(mirror.all(EntityType.ACCOUNT)).isEmpty();
      broker.control().openAccount(Opening.account(FIRST, "FIRST", "50000").holding("ESZ6", 1));
      mirror.awaitBrokersBooks();
      assertThat(mirror.all(EntityType.ACCOUNT)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"accountRiskStatus", "marginSnapshot", "cashBalance"})
  void whatEveryAccountHasAndWasNotSentIsReadOverRestInOneCall(String type) {
    var shown = Contents.full().omitting(type, 0.4);
    try (var broker = filled(settings(SyncShape.of(SplitMode.single)).with(shown));
        var mirror = Mirror.of(broker).awaitLive(1)) {
      mirror.awaitBrokersBooks();
      assertThat(broker.control().requests(type + "/ldeps")).hasSize(1);
    }
  }

  @Test
  void aLostMessageOfTheAnswerLeavesNoAccountWithoutItsMargin() {
    try (var broker = broker(SyncShape.of(SplitMode.props))) {
      var margins =
          new Aim(
              Optional.of(SocketKind.USER),
              Aim.Frames.responses,
              Optional.of("marginSnapshot"),
              false);
      broker.control().fault(new FaultRule(WireFault.of(Kind.DROP), margins, new When.Rate(1), 1));
      try (var mirror = Mirror.of(broker).awaitLive(1)) {
        assertThat(broker.control().injections().counts()).containsKey("drop");
        assertThat(mirror.differences(EntityType.MARGIN_SNAPSHOT)).isEmpty();
        assertThat(mirror.downs).isEmpty();
      }
    }
  }
}
