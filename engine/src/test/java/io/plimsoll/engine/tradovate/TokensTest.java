package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class TokensTest {
  private static final String LOGIN = "auth/accesstokenrequest";
  private static final String RENEW = "auth/renewaccesstoken";

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Simulator broker =
      Simulator.start(
          Settings.defaults()
              .withClock(clock)
              .withPriceTick(Duration.ZERO)
              .withBackgroundAccounts(0));
  private final Rest rest = new Rest(broker.restUri(), Duration.ofSeconds(3));
  private final Tokens tokens = new Tokens(rest, TestBroker.login("demo"), clock);

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private int asked(String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  private LoginException refusal() {
    return catchThrowableOfType(LoginException.class, tokens::current);
  }

  private LoginException refusalOf(Fault fault) {
    broker.control().fault(LOGIN, fault, 1);
    return refusal();
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
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked(RENEW)).isEqualTo(1);
  }

  @Test
  void thereIsNoSecondLoginWhileRenewalWorks() throws LoginException {
    for (int quarter = 0; quarter < 24 * 4; quarter++) {
      assertThat(rest.get("auth/me", tokens.current())).isInstanceOf(Answer.Ok.class);
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
    assertThat(tokens.current()).isEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void aRenewalThatFailedIsNotTriedAtEveryCall() throws LoginException {
    assertThat(tokens.current()).isNotEmpty();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Status(503), 100);
    for (int call = 0; call < 10; call++) {
      assertThat(tokens.current()).isNotEmpty();
    }
    assertThat(asked(RENEW)).isEqualTo(1);
  }

  @Test
  void aRenewalThatFailedIsTriedAgainAMinuteLater() throws LoginException {
    var first = tokens.current();
    clock.forward(Duration.ofMinutes(80));
    broker.control().fault(RENEW, new Fault.Status(503), 1);
    assertThat(tokens.current()).isEqualTo(first);
    clock.forward(Duration.ofMinutes(1));
    assertThat(tokens.current()).isNotEqualTo(first);
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
  void aRefusedTokenThatTheBrokerRenewsLeadsToNoLogin() throws LoginException {
    var first = tokens.current();
    tokens.refused(first);
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked(LOGIN)).isEqualTo(1);
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
  void aBadPasswordSaysWhatToDo() {
    var wrong = new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock);
    var refusal = catchThrowableOfType(LoginException.class, wrong::current);
    assertThat(refusal).hasMessageContaining("(demo)").hasMessageContaining("Incorrect username");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aBadPasswordIsNotTriedAgainBeforeItsTime() {
    var wrong = new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock);
    for (int call = 0; call < 20; call++) {
      var refusal = catchThrowableOfType(LoginException.class, wrong::current);
      assertThat(refusal.retryAfter()).isPositive();
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  @Test
  void aRefusedLoginIsTriedAgainAfterAQuarterOfAnHour() throws LoginException {
    assertThat(refusalOf(new Fault.ErrorText("Locked"))).isNotNull();
    clock.forward(Duration.ofMinutes(15));
    assertThat(tokens.current()).isNotEmpty();
  }

  @Test
  void thePasswordIsInNoMessageAndNoLogLine() {
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    var root = (Logger) LoggerFactory.getLogger("ROOT");
    root.addAppender(appender);
    try {
      var wrong = new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock);
      var refusal = catchThrowableOfType(LoginException.class, wrong::current);
      assertThat(refusal.toString()).doesNotContain("hunter2", "api-key-secret");
      assertThat(TestBroker.login("hunter2").toString()).doesNotContain("hunter2", "api-key");
      assertThat(appender.list)
          .noneMatch(
              line -> (line.getFormattedMessage() + line.getKeyValuePairs()).contains("hunter2"));
    } finally {
      root.detachAppender(appender);
    }
  }

  @Test
  void aPenaltyIsWaitedForAndAnsweredWithItsTicket() throws LoginException {
    broker.control().fault(LOGIN, new Fault.Penalty(Duration.ZERO, false), 1);
    assertThat(tokens.current()).isNotEmpty();
    assertThat(broker.control().requests(LOGIN))
        .extracting(each -> each.body().path("p-ticket").asString("none"))
        .containsExactly("none", "ticket-1");
  }

  @Test
  void aCaptchaNeedsAPersonAndAnHour() {
    var refusal = refusalOf(new Fault.Penalty(Duration.ofSeconds(1), true));
    assertThat(refusal).hasMessageContaining("p-captcha");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(asked(LOGIN)).isEqualTo(1);
  }

  static Stream<Fault> limits() {
    return Stream.of(new Fault.Status(429), new Fault.Status(423));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitWaitsAnHour(Fault fault) {
    assertThat(refusalOf(fault).retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  static Stream<Fault> passing() {
    return Stream.of(new Fault.Status(500), new Fault.Status(503), new Fault.LoseAnswer());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsTriedAgainAtOnce(Fault fault) throws LoginException {
    assertThat(refusalOf(fault).retryAfter()).isZero();
    assertThat(tokens.current()).isNotEmpty();
  }
}
