package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static io.plimsoll.engine.tradovate.TestBroker.stays;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sync request over the socket has the limits of an endpoint, the broker's and ours. */
class SyncLimitsTest {
  private static final String SYNC = "user/syncrequest";
  private static final Duration A_WHILE = Duration.ofMillis(2500);

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Simulator broker = Watched.broker(Watched.quick());

  @AfterEach
  void close() {
    broker.close();
  }

  private int asked() {
    return broker.control().requests(SYNC).size();
  }

  /** Until the answer has come and reads wait. */
  private void awaitLimited(Watched watched, int syncs) {
    await(syncs + " syncs", () -> asked() == syncs);
    await("the limit", () -> watched.allowance.take("contract/item", Use.READ).isPresent());
  }

  private Watched scarce(int syncs) {
    return Watched.scarce(broker, new BrokerLimits(5000, syncs, 15, 5), clock).start();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 423})
  void aLimitedSyncIsAskedAgainOnTheSameSocketAfterAWhile(int status) {
    broker.control().fault(SYNC, new Fault.Status(status), 1);
    try (var watched = scarce(300)) {
      await("the first", () -> asked() == 1);
      assertThat(stays(A_WHILE, () -> asked() == 1 && watched.downs().isEmpty())).isTrue();
      clock.forward(Duration.ofSeconds(30));
      watched.awaitSnapshots(1);
      assertThat(watched.downs()).isEmpty();
      assertThat(asked()).isEqualTo(2);
    }
  }

  @Test
  void aSecondLimitIsWaitedForTwiceAsLong() {
    broker.control().fault(SYNC, new Fault.Status(429), 2);
    try (var watched = scarce(300)) {
      awaitLimited(watched, 1);
      clock.forward(Duration.ofSeconds(30));
      awaitLimited(watched, 2);
      clock.forward(Duration.ofSeconds(59));
      assertThat(stays(A_WHILE, () -> asked() == 2)).isTrue();
      clock.forward(Duration.ofSeconds(1));
      watched.awaitSnapshots(1);
    }
  }

  @Test
  void aSyncBeyondTheBudgetIsAskedWhenThereIsRoomForIt() {
    try (var watched = scarce(2)) {
      watched.awaitSnapshots(1);
      broker.control().dropSockets();
      watched.awaitSnapshots(2);
      broker.control().dropSockets();
      await("a third socket", () -> watched.count(Inbound.Synchronizing.class) == 3);
      assertThat(stays(A_WHILE, () -> asked() == 2)).isTrue();
      clock.forward(HourlyBudget.REMEMBERED);
      watched.awaitSnapshots(3);
      assertThat(asked()).isEqualTo(3);
    }
  }

  @Test
  void readsThatAreUsedUpHoldNoSyncBack() {
    try (var watched = Watched.scarce(broker, new BrokerLimits(40, 300, 15, 5), clock).start()) {
      watched.awaitSnapshots(1);
      while (watched.allowance.take("contract/item", Use.READ).isEmpty()) {
        // Another read is used up.
      }
      broker.control().dropSockets();
      watched.awaitSnapshots(2);
    }
  }

  @Test
  void aSocketThatIsLostUsesUpNoSyncWhileThereIsNoOther() {
    try (var watched = scarce(1)) {
      watched.awaitSnapshots(1);
      broker.control().dropSockets();
      await("a second socket", () -> watched.count(Inbound.Synchronizing.class) == 2);
      broker.control().fault(WireFault.maintenance(Duration.ofSeconds(30)));
      await("it is lost", () -> watched.count(Inbound.Down.class) >= 2);
      clock.forward(HourlyBudget.REMEMBERED);
      assertThat(stays(A_WHILE, () -> watched.count(Inbound.Synchronizing.class) == 2)).isTrue();
      assertThat(watched.allowance.take(SYNC, Use.SYNC)).isEmpty();
    }
  }

  @Test
  void aSocketThatIsLostWhileItsSyncWaitsAsksNothing() {
    try (var watched = scarce(1)) {
      watched.awaitSnapshots(1);
      broker.control().dropSockets();
      await("a second socket", () -> watched.count(Inbound.Synchronizing.class) == 2);
      broker.control().dropSockets();
      await("a third socket", () -> watched.count(Inbound.Synchronizing.class) == 3);
      clock.forward(HourlyBudget.REMEMBERED);
      watched.awaitSnapshots(2);
      assertThat(stays(A_WHILE, () -> asked() == 2)).isTrue();
    }
  }
}
