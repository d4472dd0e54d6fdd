package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each answer to a login, as whoever asks for a token sees it. */
class LoginTest {
  private static final String LOGIN = "auth/accesstokenrequest";

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Simulator broker =
      Simulator.start(
          Settings.defaults()
              .withClock(clock)
              .withPriceTick(Duration.ZERO)
              .withBackgroundAccounts(0));
  private final Rest rest = TestBroker.rest(broker, clock);
  private final List<Hindrance> told = new CopyOnWriteArrayList<>();
  private final Tokens tokens = new Tokens(rest, TestBroker.login("demo"), clock, told::add);

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private int asked() {
    return broker.control().requests(LOGIN).size();
  }

  private static LoginException refusal(Tokens tokens) {
    return catchThrowableOfType(LoginException.class, tokens::current);
  }

  private LoginException refusalOf(Fault fault) {
    broker.control().fault(LOGIN, fault, 1);
    return refusal(tokens);
  }

  @Test
  void aBadPasswordSaysWhatToDoAndUntilWhen() {
    var refusal =
        refusal(new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock, hindrance -> {}));
    assertThat(refusal)
        .hasMessageContaining("(demo)")
        .hasMessageContaining("Incorrect username")
        .hasMessageContaining("2026-11-20T15:15:00Z");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aBadPasswordIsNotTriedAgainBeforeItsTime() {
    var wrong = new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock, hindrance -> {});
    for (int call = 0; call < 20; call++) {
      assertThat(refusal(wrong).retryAfter()).isEqualTo(Duration.ofSeconds(900 - call));
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void aBadPasswordIsTriedLessThanFiveTimesInAnyHour() {
    var wrong = new Tokens(rest, TestBroker.login("hunter2-is-secret"), clock, hindrance -> {});
    for (int second = 0; second < 3600; second += 5) {
      assertThat(refusal(wrong)).isNotNull();
      clock.forward(Duration.ofSeconds(5));
    }
    assertThat(asked()).isEqualTo(4);
  }

  @Test
  void aRefusedLoginIsTriedAgainAfterAQuarterOfAnHour() throws LoginException {
    assertThat(refusalOf(new Fault.ErrorText("Locked"))).isNotNull();
    clock.forward(Duration.ofMinutes(15));
    assertThat(tokens.current()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"accessToken\":\"\"}",
        "{\"accessToken\":null}",
        "{\"accessToken\":\"two words\"}",
        "{\"accessToken\":\"a\\nb\"}",
        "[]"
      })
  void anAnswerWithoutATokenThatCanBeUsedIsARefusal(String body) {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    try (var server = new RawServer(RawServer.says(answer));
        var itsRest = TestBroker.rest(server.uri(), Duration.ofSeconds(3))) {
      var refusal = refusal(new Tokens(itsRest, TestBroker.login("demo"), clock, hindrance -> {}));
      assertThat(refusal).hasMessageContaining("holds no access token");
      assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(15));
    }
  }

  @Test
  void aPenaltyHoldsUpNobodyAndSaysUntilWhen() {
    var refusal = refusalOf(new Fault.Penalty(Duration.ofMinutes(4), false));
    assertThat(refusal)
        .hasMessageContaining("p-ticket")
        .hasMessageContaining("2026-11-20T15:04:00Z");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(4));
    clock.forward(Duration.ofSeconds(239));
    assertThat(refusal(tokens).retryAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void afterThePenaltyTheSameBodyIsSentWithItsTicket() throws LoginException {
    assertThat(refusalOf(new Fault.Penalty(Duration.ofMinutes(4), false))).isNotNull();
    clock.forward(Duration.ofMinutes(4));
    assertThat(tokens.current()).isNotEmpty();
    var sent = broker.control().requests(LOGIN);
    assertThat(sent).hasSize(2);
    assertThat(sent.getFirst().body().has("p-ticket")).isFalse();
    assertThat(sent.getLast().body().path("p-ticket").asString("")).isEqualTo("ticket-1");
    for (var field : new String[] {"name", "appId", "appVersion", "deviceId", "cid"}) {
      assertThat(sent.getLast().body().path(field)).isEqualTo(sent.getFirst().body().path(field));
    }
  }

  @Test
  void aTicketIsSentOnlyOnce() {
    var login = new Login(TestBroker.login("demo"), hindrance -> {});
    var now = clock.instant();
    assertThat(login.learn(new Answer.Penalty("one", Duration.ZERO, false), now)).isNull();
    assertThat(login.request().has("p-ticket")).isTrue();
    assertThat(login.learn(new Answer.Unclear("status 503"), now)).isNull();
    assertThat(login.request().has("p-ticket")).isFalse();
  }

  @Test
  void aSecondPenaltyIsWaitedForLikeTheFirst() {
    var login = new Login(TestBroker.login("demo"), hindrance -> {});
    var now = clock.instant();
    assertThat(login.learn(new Answer.Penalty("one", Duration.ofSeconds(5), false), now)).isNull();
    assertThat(login.request().path("p-ticket").asString("")).isEqualTo("one");
    assertThat(login.learn(new Answer.Penalty("two", Duration.ofSeconds(9), false), now)).isNull();
    assertThat(login.request().path("p-ticket").asString("")).isEqualTo("two");
    assertThat(login.refusal(now).retryAfter()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aCaptchaNeedsAPersonAndAnHour() {
    var refusal = refusalOf(new Fault.Penalty(Duration.ofSeconds(1), true));
    assertThat(refusal).hasMessageContaining("p-captcha").hasMessageContaining("(demo)");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
    clock.forward(Duration.ofMinutes(59));
    assertThat(refusal(tokens)).isNotNull();
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void anHourAfterACaptchaTheLoginIsTriedAnew() throws LoginException {
    assertThat(refusalOf(new Fault.Penalty(Duration.ofSeconds(1), true))).isNotNull();
    clock.forward(Duration.ofHours(1));
    assertThat(tokens.current()).isNotEmpty();
    assertThat(broker.control().requests(LOGIN).getLast().body().has("p-ticket")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 423})
  void aLimitWaitsAnHour(int status) {
    assertThat(refusalOf(new Fault.Status(status)).retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 423})
  void aLimitWaitsAsLongAsTheBrokerSays(int status) {
    var login = new Login(TestBroker.login("demo"), hindrance -> {});
    var now = clock.instant();
    assertThat(login.learn(new Answer.Limited(status, Duration.ofSeconds(40)), now)).isNull();
    assertThat(login.mayTry(now.plusSeconds(39))).isFalse();
    assertThat(login.mayTry(now.plusSeconds(40))).isTrue();
  }

  static Stream<Fault> refusing() {
    return Stream.of(
        new Fault.ErrorText("Locked"),
        new Fault.Status(401),
        new Fault.Status(404),
        new Fault.Status(423),
        new Fault.Status(429));
  }

  @ParameterizedTest
  @MethodSource("refusing")
  void aRefusalIsToldAndSoIsTheLoginThatEndsIt(Fault fault) throws LoginException {
    assertThat(refusalOf(fault)).isNotNull();
    assertThat(told).containsExactly(new Hindrance.LoginRefused("demo"));
    clock.forward(Duration.ofHours(1));
    assertThat(tokens.current()).isNotEmpty();
    assertThat(told)
        .containsExactly(new Hindrance.LoginRefused("demo"), new Hindrance.LoggedIn("demo"));
  }

  static Stream<Fault> notRefusing() {
    return Stream.concat(passing(), Stream.of(new Fault.Penalty(Duration.ofSeconds(9), false)));
  }

  @ParameterizedTest
  @MethodSource("notRefusing")
  void whatPassesIsNotToldAsARefusal(Fault fault) {
    assertThat(refusalOf(fault)).isNotNull();
    assertThat(told).isEmpty();
  }

  static Stream<Fault> passing() {
    return Stream.of(new Fault.Status(500), new Fault.Status(503), new Fault.LoseAnswer());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsTriedAgainAfterASecond(Fault fault) throws LoginException {
    assertThat(refusalOf(fault).retryAfter()).isEqualTo(Duration.ofSeconds(1));
    clock.forward(Duration.ofSeconds(1));
    assertThat(tokens.current()).isNotEmpty();
  }

  @Test
  void anOutageIsAskedAfterEverLongerUpToHalfAMinute() {
    broker.control().fault(LOGIN, new Fault.Status(503), 1000);
    for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      assertThat(refusal(tokens).retryAfter()).isEqualTo(Duration.ofSeconds(pause));
      clock.forward(Duration.ofSeconds(pause));
    }
  }
}
