package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String LOGIN = "auth/accesstokenrequest";
  private static final String RENEW = "auth/renewaccesstoken";

  private static final Settings SETTINGS =
      Settings.defaults().withPriceTick(Duration.ZERO).withBackgroundAccounts(0);

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Simulator broker = Simulator.start(SETTINGS.withClock(clock));
  private final Rest rest = TestBroker.rest(broker, clock);
  private final Tokens tokens = new Tokens(rest, TestBroker.login("demo"), clock, hindrance -> {});

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private int asked(String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  /** The token once nothing is under way that may change it. */
  private String settled() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    tokens.underWay().join();
    return tokens.current();
  }

  @Test
  void theFirstCallLogsIn() throws LoginException {
    assertThat(rest.get("auth/me", tokens.current())).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void theLoginSaysWhoAndWhatWeAre() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    var body = broker.control().requests(LOGIN).getFirst().body();
    assertThat(body.path("name").asString("")).isEqualTo("demo");
    assertThat(body.path("deviceId").asString("")).isEqualTo("device-1");
    assertThat(body.path("cid").asString("")).isEqualTo("8");
    assertThat(body.has("p-ticket")).isFalse();
  }

  @Test
  void aTokenThatIsGoodIsUsedAgain() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(74));
    assertThat(tokens.current()).isEqualTo(first);
    assertThat(asked(LOGIN) + asked(RENEW)).isEqualTo(1);
  }

  @Test
  void aTokenWithAQuarterOfAnHourLeftIsRenewed() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(75));
    assertThat(settled()).isNotEqualTo(first);
    assertThat(asked(RENEW)).isEqualTo(1);
  }

  @Test
  void thereIsNoSecondLoginWhileRenewalWorks() throws LoginException {
    for (int quarter = 0; quarter < 24 * 4; quarter++) {
      assertThat(rest.get("auth/me", settled())).isInstanceOf(Answer.Ok.class);
      clock.forward(Duration.ofMinutes(15));
    }
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void nobodyNeedAskForATokenToStayFresh() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    for (int quarter = 0; quarter < 24; quarter++) {
      clock.forward(Duration.ofMinutes(15));
      tokens.keepFresh();
      tokens.underWay().join();
    }
    assertThat(rest.get("auth/me", tokens.current())).isInstanceOf(Answer.Ok.class);
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void keepingFreshNeverLogsIn() {
    tokens.keepFresh();
    assertThat(asked(LOGIN)).isZero();
  }

  @Test
  void aRenewalThatFailsLeavesTheTokenInUse() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Status(503), 1);
    assertThat(settled()).isEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void aRenewalThatFailedIsNotTriedAtEveryCall() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Status(503), 100);
    for (int call = 0; call < 10; call++) {
      assertThat(settled()).isNotEmpty();
    }
    assertThat(asked(RENEW)).isEqualTo(1);
  }

  @Test
  void aRenewalThatFailedIsTriedAgainAMinuteLater() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Status(503), 1);
    assertThat(settled()).isEqualTo(first);
    clock.forward(Duration.ofMinutes(1));
    assertThat(settled()).isNotEqualTo(first);
  }

  @Test
  void anExpiredTokenLeadsToALogin() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(91));
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(2);
  }

  @Test
  void aTokenThatTheBrokerNoLongerKnowsLeadsToALogin() throws LoginException {
    var first = tokens.current();
    broker.control().fault(RENEW, new Fault.Status(401), 1);
    tokens.refused(first);
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(2);
  }

  @Test
  void aSessionThatGaveWayToANewerOneLeadsToALogin() throws LoginException {
    var first = tokens.current();
    broker.control().fault(RENEW, new Fault.Status(408), 1);
    tokens.refused(first);
    assertThat(settled()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(2);
  }

  @Test
  void aRefusedTokenThatTheBrokerRenewsLeadsToNoLogin() throws LoginException {
    var first = tokens.current();
    tokens.refused(first);
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void aTokenInDoubtThatTheBrokerRefusesToRenewLeadsToALogin() throws LoginException {
    var first = tokens.current();
    broker.control().fault(RENEW, new Fault.ErrorText("Expired Access Token"), 1);
    tokens.refused(first);
    assertThat(settled()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(2);
  }

  @Test
  void aClockThatIsFarAheadOfTheBrokersMakesNoStormOfLogins() throws LoginException {
    var ahead = new TestBroker.Clock();
    ahead.forward(Duration.ofHours(2));
    var mine = new Tokens(rest, TestBroker.login("demo"), ahead, hindrance -> {});
    for (int second = 0; second < 60; second++) {
      assertThat(mine.current()).isNotEmpty();
      ahead.forward(Duration.ofSeconds(1));
    }
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void aClockSetBackHoldsNoRenewalBack() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    clock.forward(Duration.ofMinutes(76));
    var second = settled();
    clock.forward(Duration.ofHours(-2));
    tokens.refused(second);
    assertThat(settled()).isEqualTo(second);
    clock.forward(Duration.ofMinutes(2));
    assertThat(settled()).isNotEqualTo(second);
  }

  @Test
  void aCallThatIsAlwaysRefusedMakesNoStormOfLogins() throws LoginException {
    for (int second = 0; second < 60; second++) {
      broker.control().fault(RENEW, new Fault.Status(401), 1);
      tokens.refused(tokens.current());
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(asked(LOGIN)).isLessThanOrEqualTo(3);
  }

  @Test
  void theRefusalOfAnOlderTokenChangesNothing() throws LoginException {
    var first = tokens.current();
    tokens.refused("an older one");
    assertThat(tokens.current()).isEqualTo(first);
    assertThat(asked(RENEW)).isZero();
  }

  @Test
  void theMarketDataTokenIsTheOneTheBrokerGave() throws LoginException {
    assertThat(tokens.forMarketData()).isEqualTo(tokens.current());
  }

  @Test
  void aRenewalThatHangsHoldsUpNobody() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Delay(Duration.ofMinutes(5)), 1);
    for (int call = 0; call < 20; call++) {
      assertThat(tokens.current()).isEqualTo(first);
    }
    assertThat(tokens.underWay()).isNotDone();
  }

  @Test
  void aRenewalThatHangsHoldsUpNobodyForLongWhenTheTokenIsInDoubt() throws LoginException {
    var slow = TestBroker.rest(broker.restUri(), Duration.ofMinutes(5));
    var doubting = new Tokens(slow, TestBroker.login("demo"), clock, hindrance -> {});
    var first = doubting.current();
    broker.control().fault(RENEW, new Fault.Delay(Duration.ofMinutes(5)), 1);
    doubting.refused(first);
    assertTimeoutPreemptively(
        Duration.ofSeconds(8), () -> assertThat(doubting.current()).isEqualTo(first));
    slow.close();
  }

  @Test
  void aTokenThatEndsWhileItIsRenewedIsWaitedForAndNotReplacedByALogin() throws LoginException {
    var brokersClock = new TestBroker.Clock();
    try (var other = Simulator.start(SETTINGS.withClock(brokersClock));
        var itsRest = TestBroker.rest(other, clock)) {
      var mine = new Tokens(itsRest, TestBroker.login("demo"), clock, hindrance -> {});
      var first = mine.current();
      brokersClock.forward(Duration.ofMinutes(60));
      clock.forward(Duration.ofMinutes(80));
      other.control().fault(RENEW, new Fault.Delay(Duration.ofMillis(500)), 1);
      assertThat(mine.current()).isEqualTo(first);
      clock.forward(Duration.ofMinutes(11));
      assertThat(mine.current()).isNotEqualTo(first);
      assertThat(other.control().requests(LOGIN)).hasSize(1);
    }
  }

  @Test
  void manyWhoAskAtOnceMakeOneLogin() throws InterruptedException {
    assertThat(askedAtOnce(tokens)).hasSize(1).noneMatch(each -> each.contains("Exception"));
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void manyWhoWaitForALoginThatIsPenalizedSendItsTicketOnce() throws InterruptedException {
    for (int round = 1; round <= 20; round++) {
      int before = asked(LOGIN);
      broker.control().fault(LOGIN, new Fault.Penalty(Duration.ZERO, false), 1);
      assertThat(askedAtOnce(new Tokens(rest, TestBroker.login("demo"), clock, hindrance -> {})))
          .isNotEmpty();
      assertThat(asked(LOGIN) - before).isBetween(1, 2);
    }
  }

  /** What eight threads were told that asked at the same moment. */
  private static Set<String> askedAtOnce(Tokens tokens) throws InterruptedException {
    var told = ConcurrentHashMap.<String>newKeySet();
    var start = new CyclicBarrier(8);
    var askers = new ArrayList<Thread>();
    for (int asker = 0; asker < 8; asker++) {
      askers.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  start.await();
                  told.add(tokens.current());
                } catch (LoginException | InterruptedException | BrokenBarrierException no) {
                  told.add(no.toString());
                }
              }));
    }
    for (var asker : askers) {
      asker.join();
    }
    return told;
  }

  @Test
  void aPenalizedRenewalIsSentAgainWithItsTicketWhileTheTokenIsUsed() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(76));
    broker.control().fault(RENEW, new Fault.Penalty(Duration.ofSeconds(30), false), 1);
    assertThat(settled()).isEqualTo(first);
    clock.forward(Duration.ofSeconds(30));
    assertThat(settled()).isNotEqualTo(first);
    assertThat(broker.control().requests(RENEW))
        .extracting(each -> each.body().path("p-ticket").asString("none"))
        .containsExactly("none", "ticket-1");
  }

  @Test
  void aLimitedRenewalIsLeftAloneForFiveMinutesAndTheTokenIsUsed() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(76));
    broker.control().fault(RENEW, new Fault.Status(429), 1);
    for (int minute = 0; minute < 5; minute++) {
      assertThat(settled()).isEqualTo(first);
      clock.forward(Duration.ofSeconds(59));
    }
    assertThat(asked(RENEW)).isEqualTo(1);
    clock.forward(Duration.ofSeconds(5));
    assertThat(settled()).isNotEqualTo(first);
  }

  @Test
  void anHourOfRefusalsMakesNoMoreRenewalsThanTheBrokerAllows() throws LoginException {
    for (int second = 0; second < 3600; second += 10) {
      tokens.refused(settled());
      clock.forward(Duration.ofSeconds(10));
    }
    assertThat(asked(RENEW)).isBetween(5, 14);
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void whoIsStoppedWhileHeWaitsIsToldSo() throws InterruptedException {
    broker.control().fault(LOGIN, new Fault.Delay(Duration.ofMinutes(5)), 1);
    var told = new AtomicReference<Exception>();
    var asker =
        Thread.ofVirtual()
            .start(() -> {
              try {
                assertThat(tokens.current()).isEmpty();
              } catch (LoginException stopped) {
                told.set(stopped);
              }
            });
    await("the login", () -> !tokens.underWay().isDone());
    asker.interrupt();
    asker.join();
    assertThat(told.get()).hasMessageContaining("stopped");
  }
}
