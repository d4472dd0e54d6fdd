package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static io.plimsoll.engine.tradovate.TestBroker.stays;
import static io.plimsoll.engine.tradovate.Watched.quick;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.fault.WireFault.Kind;
import io.plimsoll.simulator.rest.Limits;
import io.plimsoll.simulator.rest.Limits.Limit;
import io.plimsoll.simulator.rest.SessionRules;
import io.plimsoll.simulator.rest.SessionRules.AtExpiry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens, sessions, quotas and limits as the broker keeps them, and what the gateway does. */
class SessionFaultsTest {
  private static final String SYNC = "user/syncrequest";
  private static final String LOGIN = "auth/accesstokenrequest";
  private static final SessionRules RULES = SessionRules.published();

  /** The real time, and how far the broker is ahead of it. */
  private volatile Duration ahead = Duration.ZERO;

  private final InstantSource brokersClock = () -> Instant.now().plus(ahead);

  private Simulator broker(SessionRules rules) {
    return Watched.broker(quick().with(rules).withClock(brokersClock));
  }

  private static Simulator broker(Settings settings) {
    return Watched.broker(settings);
  }

  private static Watched withoutPrices(Simulator broker) {
    var settings =
        TestBroker.settings(
            broker.restUri(), broker.socketUri(), null, Watched.HEARTBEAT, Watched.SILENCE);
    return new Watched(settings).start().awaitSnapshots(1);
  }

  private static int asked(Simulator broker, String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  private static void awaitChange(Simulator broker, Watched watched, String amount) {
    broker.control().setCash(7002, new BigDecimal(amount));
    await(
        "the change to " + amount,
        () ->
            watched.told.stream()
                .anyMatch(
                    each -> each instanceof Inbound.Changes && each.toString().contains(amount)));
  }

  @Test
  void aSocketThatOutlivesItsTokenIsKept() {
    try (var broker = broker(RULES.atExpiry(AtExpiry.stays));
        var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      ahead = Duration.ofMinutes(91);
      awaitChange(broker, watched, "59001");
      assertThat(watched.downs()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"closed,Expired Access Token", "silent,silent for"})
  void aSocketThatEndsWithItsTokenIsOpenedAnewWithAnother(AtExpiry end, String why) {
    try (var broker = broker(RULES.atExpiry(end));
        var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      ahead = Duration.ofMinutes(91);
      watched.awaitSnapshots(2);
      assertThat(watched.downs().getFirst()).contains(why);
      awaitChange(broker, watched, "59001");
    }
  }

  @Test
  void pricesComeBackWhenOnlyTheirSocketIsLostAndTheTokenWithIt() {
    try (var broker = broker(RULES.atExpiry(AtExpiry.stays));
        var watched = Watched.of(broker).start().awaitSnapshots(1).awaitPrices(1)) {
      broker.control().expireTokens();
      assertThat(broker.control().fault(WireFault.of(Kind.CUT), Aim.at(SocketKind.MARKET_DATA)))
          .isOne();
      watched.awaitPrices(2);
      assertThat(watched.downs()).isEmpty();
    }
  }

  @Test
  void aSessionDisplacedByOtherLoginsIsBegunAnew() throws LoginException {
    try (var broker = broker(RULES);
        var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      for (int n = 0; n < 2; n++) {
        new Tokens(watched.rest, TestBroker.login("demo"), InstantSource.system(), hindrance -> {})
            .current();
      }
      broker.control().dropSockets();
      watched.awaitSnapshots(2);
      awaitChange(broker, watched, "59001");
      assertThat(asked(broker, LOGIN)).isEqualTo(4);
    }
  }

  static Stream<SessionRules> oneSocket() {
    return Stream.of(RULES.connections(1, false), RULES.connections(1, true), RULES.addresses(1));
  }

  @ParameterizedTest
  @MethodSource("oneSocket")
  void whoeverIsPushedOutByAnotherConnectionDoesNotPushBack(SessionRules rules) {
    try (var broker = broker(rules);
        var first = withoutPrices(broker);
        var second = withoutPrices(broker)) {
      first.awaitDown("QuotaReached");
      assertThat(stays(Duration.ofMillis(1200), () -> second.downs().isEmpty())).isTrue();
      assertThat(asked(broker, SYNC)).isEqualTo(2);
    }
  }

  @Test
  void whileMaintenanceLastsItIsTriedAgainAndThenFound() {
    try (var broker = broker(quick());
        var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      broker.control().fault(WireFault.maintenance(Duration.ofSeconds(1)));
      watched.awaitDown("shutdown by the server: Maintenance");
      watched.awaitDown("cannot connect");
      watched.awaitSnapshots(2);
    }
  }

  /** The wait is half a minute, then a minute, and so on, on the one socket. */
  @Test
  void overTheHourlyLimitItIsAskedEverMoreRarelyAndThenAnswered() {
    var one = Limits.published().with(SYNC, Limit.of(1));
    try (var broker = broker(quick().with(one).withClock(brokersClock));
        var watched = Watched.scarce(broker, BrokerLimits.PUBLISHED, brokersClock)) {
      watched.start().awaitSnapshots(1);
      broker.control().dropSockets();
      awaitLimited(watched, 1);
      ahead = Duration.ofSeconds(31);
      awaitLimited(watched, 2);
      ahead = Duration.ofSeconds(62);
      assertThat(stays(Duration.ofMillis(2500), () -> asked(broker, SYNC) == 3)).isTrue();
      ahead = Duration.ofMinutes(61);
      watched.awaitSnapshots(2);
      assertThat(watched.downs()).hasSize(1);
    }
  }

  private static void awaitLimited(Watched watched, int times) {
    await(
        "limited " + times + " times",
        () ->
            watched.hindrances.stream().filter(Hindrance.Limited.class::isInstance).count()
                == times);
  }

  @Test
  void aPenaltyOfTheHourlyLimitIsPaidOnTheSameSocket() {
    var one = Limits.published().with(SYNC, Limit.penalized(1, Duration.ofSeconds(1)));
    try (var broker = broker(quick().with(one));
        var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      broker.control().dropSockets();
      await("it is asked again", () -> asked(broker, SYNC) >= 3);
      assertThat(broker.control().requests(SYNC).getLast().body().has("p-ticket")).isTrue();
      assertThat(watched.downs()).hasSize(1);
    }
  }

  @Test
  void noSocketEverAsksForASecondSnapshot() {
    try (var broker = broker(quick());
        var watched = Watched.of(broker, EntityType.ACCOUNT).start().awaitSnapshots(1)) {
      watched.gateway.require(Set.of(EntityType.POSITION));
      watched.awaitSnapshots(2);
      watched.gateway.require(Set.of(EntityType.CASH_BALANCE));
      watched.awaitSnapshots(3);
      assertThat(watched.count(Inbound.Synchronizing.class)).isEqualTo(3);
      assertThat(asked(broker, SYNC)).isEqualTo(3);
      assertThat(watched.downs()).allMatch("more types are to be followed"::equals);
    }
  }
}
