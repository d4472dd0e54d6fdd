package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static io.plimsoll.engine.tradovate.TestBroker.stays;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.rest.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PricesTest {
  private final Simulator broker = Watched.broker(Watched.quick());
  private final Watched watched = Watched.of(broker);
  private long es;

  @BeforeEach
  void start() {
    var _ = watched.start().awaitSnapshots(1).awaitPrices(1);
    es = contract("ESZ6");
  }

  @AfterEach
  void close() {
    watched.close();
    broker.close();
  }

  private long contract(String name) {
    var text =
        watched.inSnapshots("Contract[").stream()
            .filter(each -> each.contains(name))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(text.replaceAll("Contract\\[id=(\\d+),.*", "$1"));
  }

  private void move(String points) {
    broker.control().setPrice("ESZ6", broker.control().price("ESZ6").add(new BigDecimal(points)));
  }

  private List<String> asked(String endpoint) {
    return broker.control().requests("md/" + endpoint).stream()
        .map(each -> each.body().path("symbol").toString())
        .toList();
  }

  private long quotes() {
    return watched.count(Inbound.Quotes.class);
  }

  @Test
  void aFollowedContractIsQuoted() {
    watched.gateway.follow(Set.of(es));
    await("the first quote", () -> quotes() == 1);
    move("5");
    await("the next quote", () -> quotes() == 2);
  }

  @Test
  void followingTheSameAgainAsksNothing() {
    watched.gateway.follow(Set.of(es));
    watched.gateway.follow(Set.of(es));
    await("the first quote", () -> quotes() >= 1);
    assertThat(asked("subscribequote")).containsExactly("" + es);
  }

  @Test
  void aContractNoLongerFollowedIsNotQuotedAnyMore() {
    watched.gateway.follow(Set.of(es));
    await("the first quote", () -> quotes() == 1);
    watched.gateway.follow(Set.of());
    await("the request", () -> asked("unsubscribequote").equals(List.of("" + es)));
    move("5");
    assertThat(stays(Duration.ofMillis(200), () -> quotes() == 1)).isTrue();
  }

  @Test
  void afterADropTheSameSetIsSubscribedAnew() {
    watched.gateway.follow(Set.of(es));
    await("the first quote", () -> quotes() == 1);
    broker.control().dropSockets();
    watched.awaitPrices(2);
    watched.gateway.follow(Set.of(es));
    await("a quote again", () -> quotes() == 2);
    assertThat(asked("subscribequote")).hasSize(2);
  }

  static Stream<Fault> passing() {
    return Stream.of(
        new Fault.Status(429),
        new Fault.Status(503),
        new Fault.Status(408),
        new Fault.Penalty(Duration.ZERO, false));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aSubscriptionThatOnlyHasToWaitIsNoRefusalAndIsAskedForAgain(Fault fault) {
    broker.control().fault("md/subscribequote", fault, 1);
    watched.gateway.follow(Set.of(es));
    await(
        "it is answered",
        () -> watched.oddities.count("subscription-refused:" + status(fault)) == 1);
    watched.gateway.follow(Set.of(es));
    await("a quote", () -> quotes() == 1);
    assertThat(watched.count(Inbound.Unquoted.class)).isZero();
  }

  private static int status(Fault fault) {
    return fault instanceof Fault.Status(var status) ? status : 200;
  }

  @Test
  void aSubscriptionThatIsRefusedIsTold() {
    broker.control().fault("md/subscribequote", new Fault.Status(401), 1);
    watched.gateway.follow(Set.of(es));
    await("told", () -> watched.count(Inbound.Unquoted.class) == 1);
  }

  @Test
  void theLossOfThePricesIsTold() {
    broker.control().dropSockets();
    await("prices down", () -> watched.count(Inbound.PricesDown.class) == 1);
  }

  @Test
  void followingWhileThePricesAreDownIsHarmless() {
    broker.control().shutdownSockets("ConnectionQuotaReached");
    await("prices down", () -> watched.count(Inbound.PricesDown.class) == 1);
    watched.gateway.follow(Set.of(es));
    assertThat(asked("subscribequote")).isEmpty();
  }
}
