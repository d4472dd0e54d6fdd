package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static io.plimsoll.engine.tradovate.TestBroker.stays;
import static io.plimsoll.engine.tradovate.Watched.quick;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.rest.Fault;
import io.plimsoll.simulator.wire.SplitMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final String SYNC = "user/syncrequest";
  private final Simulator broker = Watched.broker(quick());
  private final Watched watched = Watched.of(broker);

  @AfterEach
  void close() {
    watched.close();
    broker.close();
  }

  private int asked(String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  @ParameterizedTest
  @EnumSource(SplitMode.class)
  void everyShapeOfSnapshotIsWhole(SplitMode shape) {
    try (var other = Watched.broker(quick().withSplit(shape));
        var mine = Watched.of(other).start()) {
      mine.awaitSnapshots(1);
      await("the position", () -> mine.inSnapshots("Position[").size() == 1);
      assertThat(mine.inSnapshots("Account[")).hasSize(2);
      assertThat(mine.inSnapshots("CashBalance[")).hasSize(2);
    }
  }

  @Test
  void synchronizingIsToldBeforeTheSnapshot() {
    watched.start().awaitSnapshots(1);
    var user = watched.told.stream().filter(each -> !(each instanceof Inbound.PricesUp)).toList();
    assertThat(user.getFirst()).isInstanceOf(Inbound.Synchronizing.class);
    assertThat(user.get(1)).isInstanceOf(Inbound.Snapshot.class);
  }

  @Test
  void changesAreTold() {
    watched.start().awaitSnapshots(1);
    broker.control().setCash(7002, new BigDecimal("59000"));
    await(
        "the new balance",
        () ->
            watched.told.stream()
                .anyMatch(
                    each -> each instanceof Inbound.Changes && each.toString().contains("59000")));
  }

  @Test
  void theSyncRequestAlwaysSpeaksOfSplittingAndTypes() {
    watched.start().awaitSnapshots(1);
    var body = broker.control().requests(SYNC).getFirst().body();
    assertThat(body.path("splitResponses").asBoolean(false)).isTrue();
    assertThat(body.path("entityTypes").size()).isPositive();
    assertThat(body.has("users")).isFalse();
    assertThat(body.has("shardingExpression")).isFalse();
  }

  @Test
  void heartbeatsKeepTheSocketAliveLongerThanTheServersPatience() {
    watched.start().awaitSnapshots(1);
    assertThat(stays(Duration.ofMillis(1600), () -> watched.downs().isEmpty())).isTrue();
    assertThat(asked(SYNC)).isEqualTo(1);
  }

  @Test
  void everyFrameIsHeardAsItCame() {
    watched.start().awaitSnapshots(1);
    await("heartbeats", () -> watched.userFrames.contains("h"));
    assertThat(watched.userFrames.getFirst()).isEqualTo("o");
    assertThat(watched.userFrames).anyMatch(frame -> frame.contains("cashBalances"));
    assertThat(watched.priceFrames.getFirst()).isEqualTo("o");
  }

  @Test
  void aDropLeadsToAFreshSnapshot() {
    watched.start().awaitSnapshots(1);
    broker.control().dropSockets();
    watched.awaitSnapshots(2);
    assertThat(watched.downs()).hasSize(1);
    assertThat(asked("auth/accesstokenrequest")).isEqualTo(1);
  }

  @Test
  void downIsToldBeforeTheNextSynchronizing() {
    watched.start().awaitSnapshots(1);
    broker.control().dropSockets();
    watched.awaitSnapshots(2);
    assertThat(
            watched.told.stream()
                .filter(
                    each -> each instanceof Inbound.Down || each instanceof Inbound.Synchronizing)
                .map(each -> each.getClass().getSimpleName()))
        .containsExactly("Synchronizing", "Down", "Synchronizing");
  }

  @Test
  void aCloseFrameLeadsToAFreshSnapshot() {
    watched.start().awaitSnapshots(1);
    broker.control().sendFrame("c[3000,\"Go away!\"]");
    watched.awaitSnapshots(2);
    assertThat(watched.downs()).singleElement().asString().contains("Go away!");
  }

  @Test
  void moreTypesAreFollowedOverANewSocket() {
    try (var few = Watched.of(broker, EntityType.ACCOUNT).start()) {
      few.awaitSnapshots(1);
      few.gateway.require(Set.of(EntityType.POSITION));
      few.awaitSnapshots(2);
      assertThat(few.told)
          .contains(new Inbound.Synchronizing(Set.of(EntityType.ACCOUNT, EntityType.POSITION)));
      assertThat(few.inSnapshots("Position[")).hasSize(1);
    }
  }

  @Test
  void typesThatAreFollowedAlreadyNeedNoNewSocket() {
    watched.start().awaitSnapshots(1);
    watched.gateway.require(Set.of(EntityType.POSITION));
    assertThat(stays(Duration.ofMillis(300), () -> asked(SYNC) == 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConnectionQuotaReached", "IPQuotaReached"})
  void aQuotaIsNotFoughtForAndIsTold(String reason) {
    watched.start().awaitSnapshots(1).awaitPrices(1);
    broker.control().shutdownSockets(reason);
    watched.awaitDown(reason);
    await("both closed", () -> broker.control().openSockets() == 0);
    assertThat(stays(Duration.ofMillis(1200), () -> broker.control().openSockets() == 0)).isTrue();
    assertThat(watched.hindrances)
        .contains(
            new Hindrance.QuotaReached("shard-0", reason),
            new Hindrance.QuotaReached("shard-0-prices", reason));
  }

  @Test
  void afterEachQuotaTheLinkStaysAwayForLonger() {
    var clock = new TestBroker.Clock();
    try (var evicted = Watched.scarce(broker, BrokerLimits.PUBLISHED, clock).start()) {
      evicted.awaitSnapshots(1).awaitPrices(1);
      for (int eviction = 1; eviction <= 2; eviction++) {
        broker.control().shutdownSockets("ConnectionQuotaReached");
        awaitEvicted(evicted, eviction);
        clock.forward(Duration.ofMinutes(eviction).minusSeconds(1));
        assertThat(staysClosed(Duration.ofMillis(1100))).isTrue();
        clock.forward(Duration.ofSeconds(1));
        evicted.awaitSnapshots(eviction + 1).awaitPrices(eviction + 1);
      }
    }
  }

  /** Until both links have begun to wait. */
  private void awaitEvicted(Watched evicted, int times) {
    await(
        "both evicted",
        () ->
            evicted.hindrances.stream().filter(Hindrance.QuotaReached.class::isInstance).count()
                == 2L * times);
    await("both closed", () -> broker.control().openSockets() == 0);
    assertThat(staysClosed(Duration.ofMillis(300))).isTrue();
  }

  private boolean staysClosed(Duration time) {
    return stays(time, () -> broker.control().openSockets() == 0);
  }

  @Test
  void afterMaintenanceTheLinkComesBack() {
    watched.start().awaitSnapshots(1);
    broker.control().shutdownSockets("Maintenance");
    watched.awaitSnapshots(2);
    assertThat(watched.downs()).singleElement().asString().contains("Maintenance");
    assertThat(watched.hindrances).noneMatch(Hindrance.QuotaReached.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[]", "x", "a{}", "m\"x\"", "a[{\"e\":\"newThing\"}]", "a[7]"})
  void anOddFrameIsCountedAndNothingElse(String frame) {
    watched.start().awaitSnapshots(1);
    broker.control().sendFrame(frame);
    broker.control().setCash(7002, new BigDecimal("59000"));
    await("the change", () -> watched.count(Inbound.Changes.class) > 0);
    assertThat(watched.downs()).isEmpty();
  }

  @Test
  void aBrokenFrameLeadsToAFreshSnapshotSinceWhatItHeldIsLost() {
    watched.start().awaitSnapshots(1);
    broker.control().sendFrame("a[{\"e\":\"props\",\"d\":{\"entityType\":\"posi");
    watched.awaitSnapshots(2);
    assertThat(watched.oddities.count("frame:broken-json")).isEqualTo(1);
  }

  @Test
  void aShardThatHasLostTrackIsToldAllAnew() {
    watched.start().awaitSnapshots(1);
    watched.gateway.resync("lost track");
    watched.awaitSnapshots(2);
  }

  @Test
  void aFrameAboveTwelveMegabytesPasses() {
    try (var patient = Watched.of(broker, Duration.ofSeconds(20)).start().awaitSnapshots(1)) {
      var filler = "x".repeat(13 * 1024 * 1024);
      broker
          .control()
          .sendFrame(
              "a[{\"e\":\"props\",\"d\":{\"entityType\":\"currency\",\"eventType\":\"Updated\","
                  + "\"entity\":{\"id\":99,\"name\":\"BIG\",\"unknown\":\""
                  + filler
                  + "\"}}}]");
      await(
          "the large frame",
          () -> patient.told.stream().anyMatch(each -> each.toString().contains("BIG")));
      assertThat(patient.downs()).isEmpty();
    }
  }

  static Stream<Fault> syncRefusals() {
    return Stream.of(
        new Fault.Status(404),
        new Fault.Status(500),
        new Fault.ErrorText("Access is denied"),
        new Fault.LoseAnswer());
  }

  @ParameterizedTest
  @MethodSource("syncRefusals")
  void aRefusedSyncIsNoSnapshotAndIsAskedAgain(Fault fault) {
    broker.control().fault(SYNC, fault, 1);
    watched.start().awaitSnapshots(1);
    await("a snapshot", () -> !watched.inSnapshots("Account[").isEmpty());
    assertThat(watched.count(Inbound.Down.class)).isEqualTo(1);
    assertThat(watched.count(Inbound.Snapshot.class)).isEqualTo(1);
  }

  @Test
  void aPenalizedSyncIsAskedAgainWithItsTicketOnTheSameSocket() {
    broker.control().fault(SYNC, new Fault.Penalty(Duration.ofSeconds(1), false), 1);
    watched.start().awaitSnapshots(1);
    assertThat(broker.control().requests(SYNC))
        .extracting(each -> each.body().path("p-ticket").asString("none"))
        .containsExactly("none", "ticket-1");
    assertThat(watched.downs()).isEmpty();
  }

  @Test
  void aSyncThatIsNeverAnsweredIsAskedAgain() {
    broker.control().fault(SYNC, new Fault.Delay(Duration.ofMinutes(5)), 1);
    watched.start().awaitSnapshots(1);
    assertThat(watched.downs()).singleElement().asString().contains("was not answered");
  }

  @Test
  void aRefusedAuthorizationIsTriedAgainWithAnotherToken() {
    broker.control().fault("authorize", new Fault.Status(401), 3);
    watched.start().awaitSnapshots(1);
    assertThat(watched.downs()).first().asString().contains("authorize refused with status 401");
    assertThat(asked("auth/renewaccesstoken")).isPositive();
    assertThat(asked("auth/accesstokenrequest")).isEqualTo(1);
  }

  @Test
  void aRefusedLoginIsToldAsDown() {
    broker.control().fault("auth/accesstokenrequest", new Fault.Status(503), 1);
    watched.start().awaitSnapshots(1);
    assertThat(watched.downs().size()).isLessThanOrEqualTo(1);
  }
}
