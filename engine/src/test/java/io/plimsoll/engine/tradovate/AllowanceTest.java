package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AllowanceTest {
  private static final String SYNC = "user/syncrequest";
  private static final String RENEW = "auth/renewaccesstoken";
  private static final String LOGIN = "auth/accesstokenrequest";
  private static final String ITEM = "contract/item?id=5";
  private static final String ACT = "accountRiskStatus/setadminautoliqaction";
  private static final Answer.Limited LIMITED = new Answer.Limited(429, null);
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final List<Hindrance> told = new ArrayList<>();
  private final Allowance allowance = of(BrokerLimits.PUBLISHED);

  private Allowance of(BrokerLimits limits) {
    return new Allowance(limits, clock, told::add);
  }

  /** How many may be made at once. */
  private static int atOnce(Allowance allowance, String endpoint, Use use) {
    int made = 0;
    while (made < 10_000 && allowance.take(endpoint, use).isEmpty()) {
      made++;
    }
    return made;
  }

  private Duration pause(Use use) {
    return allowance.take(ITEM, use).map(Answer.NotSent::pause).orElse(Duration.ZERO);
  }

  @Test
  void readsGetHalfOfAllCalls() {
    assertThat(atOnce(allowance, ITEM, Use.READ)).isEqualTo(2500);
  }

  @Test
  void actionsGetAllCalls() {
    assertThat(atOnce(allowance, ACT, Use.ACTION)).isEqualTo(5000);
  }

  @Test
  void readsLeaveHalfOfAllCallsToActions() {
    assertThat(atOnce(allowance, ITEM, Use.READ)).isEqualTo(2500);
    assertThat(atOnce(allowance, ACT, Use.ACTION)).isEqualTo(2500);
  }

  @Test
  void actionsMayTakeWhatReadsWouldHaveHad() {
    assertThat(atOnce(allowance, ACT, Use.ACTION)).isEqualTo(5000);
    assertThat(atOnce(allowance, ITEM, Use.READ)).isZero();
  }

  @Test
  void syncsHaveALimitOfTheirOwn() {
    assertThat(atOnce(allowance, SYNC, Use.READ)).isEqualTo(300);
    assertThat(atOnce(allowance, ITEM, Use.READ)).isEqualTo(2200);
  }

  @Test
  void readsThatAreUsedUpLeaveRoomForSyncs() {
    assertThat(atOnce(allowance, ITEM, Use.READ)).isEqualTo(2500);
    assertThat(atOnce(allowance, SYNC, Use.SYNC)).isEqualTo(300);
    assertThat(atOnce(allowance, ACT, Use.ACTION)).isEqualTo(2200);
  }

  @Test
  void aLimitHoldsBackSyncsToo() {
    allowance.heard(ITEM, LIMITED);
    assertThat(allowance.take(SYNC, Use.SYNC)).isPresent();
  }

  @Test
  void renewalsHaveALimitOfTheirOwn() {
    assertThat(atOnce(allowance, RENEW, Use.SESSION)).isEqualTo(15);
  }

  @Test
  void aCallThatIsNotMadeIsNotCounted() {
    assertThat(atOnce(allowance, SYNC, Use.READ)).isEqualTo(300);
    for (int refused = 0; refused < 5000; refused++) {
      assertThat(allowance.take(SYNC, Use.READ)).isPresent();
    }
    assertThat(atOnce(allowance, ACT, Use.ACTION)).isEqualTo(4700);
  }

  @Test
  void whatIsNotSentSaysWhyAndHowLong() {
    var scarce = of(new BrokerLimits(5000, 2, 15, 5));
    assertThat(atOnce(scarce, SYNC, Use.READ)).isEqualTo(2);
    clock.forward(Duration.ofMinutes(20));
    assertThat(scarce.take(SYNC, Use.READ))
        .contains(
            new Answer.NotSent(
                "the budget of 2 calls an hour is used up: user/syncrequest",
                HourlyBudget.REMEMBERED.minusMinutes(20)));
  }

  @Test
  void fourFailedLoginsInAnHourAreTheMost() {
    for (int failure = 0; failure < 4; failure++) {
      assertThat(allowance.take(LOGIN, Use.SESSION)).isEmpty();
      allowance.heard(LOGIN, new Answer.Refused("Incorrect password"));
    }
    assertThat(allowance.take(LOGIN, Use.SESSION)).isPresent();
    clock.forward(HourlyBudget.REMEMBERED);
    assertThat(allowance.take(LOGIN, Use.SESSION)).isEmpty();
  }

  static Stream<Answer> noFailures() {
    return Stream.of(
        new Answer.Ok(Json.MAPPER.createObjectNode()),
        new Answer.Unclear("status 503"),
        new Answer.Unreachable("no network"),
        new Answer.Penalty("ticket", Duration.ZERO, false));
  }

  @ParameterizedTest
  @MethodSource("noFailures")
  void aLoginThatIsNoFailureIsNotCounted(Answer answer) {
    for (int login = 0; login < 50; login++) {
      assertThat(allowance.take(LOGIN, Use.SESSION)).isEmpty();
      allowance.heard(LOGIN, answer);
    }
  }

  @Test
  void afterALimitReadsWaitEverLongerUpToAnHour() {
    for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      allowance.heard(ITEM, LIMITED);
      assertThat(pause(Use.READ)).isEqualTo(Duration.ofSeconds(seconds));
      clock.forward(Duration.ofSeconds(seconds));
      assertThat(pause(Use.READ)).isZero();
    }
  }

  @Test
  void aLimitThatHasLongPassedIsForgotten() {
    allowance.heard(ITEM, LIMITED);
    clock.forward(Duration.ofSeconds(30));
    allowance.heard(ITEM, LIMITED);
    clock.forward(Duration.ofMinutes(11));
    allowance.heard(ITEM, LIMITED);
    assertThat(pause(Use.READ)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void callsThatWereLimitedTogetherAreOneLimit() {
    for (int call = 0; call < 50; call++) {
      allowance.heard(ITEM, LIMITED);
    }
    assertThat(pause(Use.READ)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void readsWaitAsLongAsTheBrokerSays() {
    allowance.heard(ITEM, LIMITED);
    allowance.heard(ACT, new Answer.Limited(423, Duration.ofMinutes(7)));
    assertThat(pause(Use.READ)).isEqualTo(Duration.ofMinutes(7));
  }

  @ParameterizedTest
  @EnumSource(
      value = Use.class,
      names = {"ACTION", "SESSION"})
  void aLimitHoldsBackReadsOnly(Use use) {
    allowance.heard(ITEM, LIMITED);
    assertThat(pause(use)).isZero();
  }

  @Test
  void aClockSetBackHoldsNothingBackForLonger() {
    allowance.heard(ITEM, LIMITED);
    assertThat(pause(Use.READ)).isEqualTo(Duration.ofSeconds(30));
    clock.forward(Duration.ofHours(-1));
    assertThat(pause(Use.READ)).isEqualTo(Duration.ofSeconds(30));
    clock.forward(Duration.ofSeconds(30));
    assertThat(pause(Use.READ)).isZero();
  }

  @Test
  void aLimitIsToldWithoutTheQueryThatMayNameAnAccount() {
    allowance.heard("orderStrategy/deps?masterid=7001", new Answer.Limited(423, null));
    assertThat(told)
        .containsExactly(new Hindrance.Limited("orderStrategy/deps", 423, Duration.ofSeconds(30)));
  }

  @Test
  void aBudgetThatIsUsedUpIsToldByItsName() {
    var scarce = of(new BrokerLimits(4, 1, 15, 2));
    assertThat(atOnce(scarce, SYNC, Use.READ)).isEqualTo(1);
    assertThat(atOnce(scarce, ITEM, Use.READ)).isEqualTo(1);
    assertThat(atOnce(scarce, ACT, Use.ACTION)).isEqualTo(2);
    scarce.heard(LOGIN, new Answer.Refused("no"));
    assertThat(scarce.take(LOGIN, Use.SESSION)).isPresent();
    assertThat(told)
        .containsExactly(
            new Hindrance.BudgetUsedUp(SYNC),
            new Hindrance.BudgetUsedUp("reads"),
            new Hindrance.BudgetUsedUp("all calls"),
            new Hindrance.BudgetUsedUp(LOGIN));
  }

  @Test
  void aCaptchaIsToldOnceAndSoIsThatItHasPassed() {
    var captcha = new Answer.Penalty("ticket", Duration.ZERO, true);
    allowance.heard(ITEM, captcha);
    allowance.heard(ITEM, captcha);
    allowance.heard(ITEM, new Answer.Unclear("status 503"));
    assertThat(told).containsExactly(new Hindrance.CaptchaWanted("contract/item"));
    allowance.heard(ITEM, new Answer.Ok(Json.MAPPER.createObjectNode()));
    allowance.heard(ITEM, new Answer.Ok(Json.MAPPER.createObjectNode()));
    assertThat(told).element(1).isEqualTo(new Hindrance.CaptchaPassed("contract/item"));
    assertThat(told).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("noFailures")
  void whatIsNoTroubleIsNotTold(Answer answer) {
    allowance.heard(ITEM, answer);
    assertThat(told).isEmpty();
  }

  private record Made(Instant at, Use use) {}

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howeverCallsComeNoHourHasMoreThanItsLimits(long seed) {
    var random = new Random(seed);
    var limits = new BrokerLimits(2 + random.nextInt(60), 1 + random.nextInt(10), 3, 5);
    var scarce = of(limits);
    var made = new ArrayList<Made>();
    for (int call = 0; call < 3000; call++) {
      var use = random.nextInt(3) == 0 ? Use.ACTION : Use.READ;
      var endpoint = use == Use.ACTION ? ACT : random.nextBoolean() ? SYNC : ITEM;
      if (scarce.take(endpoint, use).isEmpty()) {
        made.add(new Made(clock.instant(), use));
      }
      clock.forward(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(2_000_000) : 3));
    }
    assertSparse(made.stream().map(Made::at).toList(), limits.total());
    assertSparse(
        made.stream().filter(each -> each.use() == Use.READ).map(Made::at).toList(),
        limits.total() / 2);
  }

  private static void assertSparse(List<Instant> made, int most) {
    assertThat(made).hasSizeGreaterThan(most);
    for (int last = most; last < made.size(); last++) {
      assertThat(Duration.between(made.get(last - most), made.get(last))).isGreaterThan(HOUR);
    }
  }
}
