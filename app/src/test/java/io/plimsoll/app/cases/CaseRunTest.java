package io.plimsoll.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRunTest {
  private static final String TRAIL = "start: 50000, trailing-drawdown: { amount: 2000 }";
  private static final String AT_CLOSE =
      "start: 50000, session: { closes: \"15:10\" },"
          + " trailing-drawdown: { amount: 2000, basis: balance, moves: close }";
  private static final String LADDER = "start: 50000, daily-loss-ladder: { alert: 1000 }";

  private static void isOk(String plan, String... steps) {
    assertThat(Cases.run(plan, steps).differences()).isEmpty();
  }

  @Test
  void aDifferenceSaysWhereAndWhat() {
    assertThat(
            Cases.run(TRAIL, "event: open", "equity: 50800, expect: { floor: 48000, room: 2000 }")
                .differences())
        .containsExactly(
            new Difference(
                5, 2, Instant.parse("2026-01-05T15:00:01Z"), "floor", "48000.00", "48800.00"));
  }

  @Test
  void stepsAfterADifferenceAreComparedToo() {
    assertThat(
            Cases.run(
                    TRAIL,
                    "event: open, expect: { floor: 1 }",
                    "equity: 50800, expect: { floor: 2 }")
                .differences())
        .extracting(Difference::step)
        .containsExactly(1, 2);
  }

  @Test
  void theBalanceOfTheOpeningIsThePlansStart() {
    isOk(TRAIL, "event: open, expect: { floor: 48000, room: 2000 }");
  }

  @Test
  void theEvaluationSizeIsTheStartWhereThePlanHasNone() {
    isOk(
        "trailing-drawdown: { amount: 2000 }",
        "event: open, vendor: { account: { evaluationSize: 30000 } }, expect: { floor: 28000 }");
  }

  @Test
  void whatWasRealizedBeforeItWasFirstSeenIsNoPartOfTheStartOfItsDay() {
    isOk(LADDER, "event: first-seen, balance: 49600, realized: -400, expect: { dayLoss: 400 }");
  }

  @Test
  void aCaseMayBeginAtTheVeryBeginningOfATradeDate() {
    isOk(
        "start: 50000, session: { zone: Europe/Prague, resets: \"00:00\" },"
            + " daily-loss-ladder: { alert: 1000 }",
        "event: open, at: 2026-01-05T22:59:59Z, expect: { sessionDate: 2026-01-05 }",
        "balance: 49900, expect: { dayLoss: 100, sessionDate: 2026-01-06 }");
    isOk(
        LADDER,
        "event: first-seen, at: 2026-01-05T23:00:00Z, balance: 50000,"
            + " expect: { dayLoss: 0, sessionDate: 2026-01-06 }");
  }

  @Test
  void withoutAnyBalanceACaseCannotBegin() {
    assertThat(Cases.run("trailing-drawdown: { amount: 2000 }", "event: open").differences())
        .extracting(Difference::actual)
        .containsExactly("the first step gives no balance, and the plan no start");
  }

  @Test
  void eachStepIsASecondLater() {
    assertThat(Cases.run(TRAIL, "event: open", "equity: 1", "expect: { floor: 1 }").differences())
        .extracting(Difference::at)
        .containsExactly(Instant.parse("2026-01-05T15:00:02Z"));
  }

  @Test
  void aCaseBeginsWhereItsFirstStepSays() {
    assertThat(Cases.run(TRAIL, "event: open, at: \"08:00\", expect: { floor: 1 }").differences())
        .extracting(Difference::at)
        .containsExactly(Instant.parse("2026-01-05T14:00:00Z"));
    assertThat(
            Cases.run(
                    "start: 50000, session: { zone: Europe/Prague }, trailing-drawdown: { amount: 1 }",
                    "event: open, expect: { floor: 1 }")
                .differences())
        .extracting(Difference::at)
        .containsExactly(Instant.parse("2026-01-05T08:00:00Z"));
  }

  @Test
  void aTimeBeforeTheLastStepCannotBe() {
    assertThat(
            Cases.run(TRAIL, "event: open", "at: \"2026-01-05 08:00\"", "expect: { floor: 1 }")
                .differences())
        .singleElement()
        .extracting(Difference::actual)
        .asString()
        .startsWith("this time (2026-01-05T14:00:00Z) lies before the step before it");
  }

  @Test
  void aTimeBeyondTheCloseFiresItFirst() {
    isOk(
        AT_CLOSE,
        "event: open, balance: 50000",
        "balance: 51000, expect: { floor: 48000 }",
        "at: \"15:10\", balance: 53000, expect: { floor: 49000 }");
  }

  @Test
  void theCloseSeesWhatItsStepSays() {
    isOk(AT_CLOSE, "event: open", "event: close, balance: 51000, expect: { floor: 49000 }");
  }

  @Test
  void theResetAloneIsNoClose() {
    isOk(
        AT_CLOSE,
        "event: open",
        "event: reset, balance: 51000, expect: { floor: 48000, sessionDate: 2026-01-06 }",
        "at: \"2026-01-06 15:10\", expect: { floor: 49000 }");
  }

  @Test
  void theCloseAloneIsNoReset() {
    isOk(
        "start: 50000, session: { closes: \"15:10\" }, daily-loss-ladder: { alert: 1000 },"
            + " trailing-drawdown: { amount: 2000, basis: balance, moves: close }",
        "event: open",
        "event: close, balance: 49500, expect: { dayLoss: 500 }",
        "event: close, balance: 49400, expect: { dayLoss: 600, sessionDate: 2026-01-06 }");
  }

  @Test
  void anEventWithATimeFiresWhatLiesBefore() {
    isOk(
        LADDER,
        "event: open",
        "balance: 49500, expect: { dayLoss: 500 }",
        "event: reset, at: \"2026-01-07 12:00\", balance: 49400,"
            + " expect: { dayLoss: 0, sessionDate: 2026-01-08 }");
  }

  @Test
  void theResetSeesWhatItsStepSaysAndNothingBefore() {
    isOk(
        LADDER,
        "event: open",
        "event: reset, balance: 48000, expect: { dayLoss: 0, level: none, triggered: false }");
  }

  @Test
  void theWeekBeginsOnSundayAfternoon() {
    isOk(LADDER, "event: open", "event: week-reset, expect: { sessionDate: 2026-01-12 }");
  }

  @Test
  void timeAlonePasses() {
    isOk(
        AT_CLOSE,
        "event: open",
        "balance: 51000",
        "event: clock, at: \"15:09:59\", expect: { floor: 48000 }",
        "event: clock, expect: { floor: 49000 }");
  }

  @Test
  void aDayOfTwentyThreeHoursEndsAtItsReset() {
    isOk(
        LADDER,
        "event: open, at: \"2026-03-07 18:00\", expect: { sessionDate: 2026-03-08 }",
        "balance: 49500, at: \"2026-03-08T21:59:59Z\", expect: { dayLoss: 500 }",
        "event: clock, expect: { dayLoss: 0, sessionDate: 2026-03-09 }");
  }

  @Test
  void theBrokersDayGoesOnBesideAPlansOwn() {
    isOk(
        "start: 50000, session: { zone: Europe/Prague, resets: \"00:00\" },"
            + " daily-loss-ladder: { alert: 1000 }",
        "event: open",
        "balance: 49600, expect: { dayLoss: 400 }",
        "at: \"23:59:59\", expect: { dayLoss: 400, sessionDate: 2026-01-05 }",
        "expect: { dayLoss: 0, sessionDate: 2026-01-06 }",
        "at: \"12:00\", balance: 49500, expect: { dayLoss: 100 }");
  }

  @Test
  void aRestartAndAResyncTellWhatHappenedMeanwhile() {
    isOk(
        TRAIL,
        "event: open",
        "event: restart, equity: 50500, expect: { floor: 48500 }",
        "event: resync, equity: 48500, expect: { breached: true, actions: { liquidate: 1, lock: 1 } }");
  }

  @Test
  void aSilentBrokerForTheWholeCase() {
    var worked =
        Cases.read(
            """
            - case: x
              broker: silent
              plan: { start: 50000, trailing-drawdown: { amount: 2000 } }
              steps:
                - { event: open }
                - { equity: 47000, expect: { locked: false, actions: { liquidate: 1 } } }
            """);
    assertThat(Cases.run(worked).differences()).isEmpty();
  }

  @Test
  void aCaseWithoutAPlanIsRunWithoutLimits() {
    var worked =
        Cases.read(
            "- { case: x, steps: [{ event: open, balance: 5, expect: { triggered: false } }] }");
    assertThat(Cases.run(worked).differences()).isEmpty();
  }

  @Test
  void anActionOfAKindLeftOutIsADifference() {
    assertThat(
            Cases.run(TRAIL, "event: open", "equity: 47000, expect: { actions: { lock: 1 } }")
                .differences())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.expected()).isEqualTo("{lock: 1}");
          assertThat(one.actual()).isEqualTo("{liquidate: 1, lock: 1}");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "floor: 48000",
        "ceiling: 52000",
        "weekLoss: 1000",
        "contracts: { used: 1, limit: 5 }",
        "consistency: { share: 60, needed: 300, short: 50, applies: true, passes: false }",
        "floors: { alert: 49500 }",
        "sessionDate: 2026-01-05",
        "dataQuality: known"
      })
  void eachKindOfExpectationIsShown(String expectation) {
    var plan =
        """
        start: 50000, trailing-drawdown: { amount: 2000 }, weekly-loss: { amount: 5000 },
          daily-profit: { amount: 2000 }, daily-loss-ladder: { alert: 500 },
          max-contracts: { overall: 5 }, consistency: { best-day: 50% }\
        """;
    var expected = "equity: 49000, expect: { %s }".formatted(expectation);
    assertThat(
            Cases.run(plan, "event: open, balance: 50000, profitDays: [150, 100]", expected)
                .differences())
        .isEmpty();
  }

  @Test
  void aPersonsOwnCommandsAreRun() {
    assertThat(
            Cases.run(
                    TRAIL,
                    "event: open",
                    "equity: 47000, expect: { restriction: liquidate-and-lock }",
                    "event: { unlock: why }, expect: { restriction: none, locked: false }",
                    "event: { rebase: why }, expect: { floor: 45000 }")
                .differences())
        .isEmpty();
  }
}
