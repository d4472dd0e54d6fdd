package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan may not say, and what people are told. */
class PlanRefusedTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amount: -1                 | trailing-drawdown.amount (-1) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: "2,000"            | trailing-drawdown.amount (2,000) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: 2e3                | trailing-drawdown.amount (2e3) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: .nan               | trailing-drawdown.amount (.nan) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: 1.0000001          | trailing-drawdown.amount (1.0000001) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: 0                  | trailing-drawdown.amount (0) must be above zero. Leave the key out for no limit.
          amount: 4%                 | trailing-drawdown.amount (4%) does not say of what. Write dollars, or a percentage of peak or start.
          amount: 3% of anchor       | trailing-drawdown.amount (3% of anchor) does not go with this limit: it cannot follow the anchor. Write dollars, or a percentage of peak or start.
          amount: 3% of strat        | trailing-drawdown.amount (3% of strat) is a percentage of something unknown. Write dollars, or a percentage of peak or start. Maybe (start).
          amount: 100% of start      | trailing-drawdown.amount (100% of start) must lie between 0% and 100%.
          amount: 0% of start        | trailing-drawdown.amount (0% of start) must lie between 0% and 100%.
          amount: 1..2% of start     | trailing-drawdown.amount (1..2% of start) is not a percentage. Write it such as 75%.
          basis: balance             | trailing-drawdown.amount is missing. It is required.
          amount: 1, basis: equty    | trailing-drawdown.basis (equty) is not known. Write balance, equity. Maybe (equity).
          amount: 1, moves: ticks    | trailing-drawdown.moves (ticks) is not known. Write tick, close, never, or a time such as "16:00".
          amount: 1, moves: "24:00"  | trailing-drawdown.moves (24:00) is not a time of day. Write it from "00:00" to "23:59".
          amount: 1, cap: start - 5  | trailing-drawdown.cap (start - 5) is not known. Write none, start, start + 100, 50100 or freeze at 115000.
          amount: 1, cap: freeze at x | trailing-drawdown.cap (freeze at x) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          amount: 1, breach: above   | trailing-drawdown.breach (above) is not known. Write at-or-below, below.
          amount: 1, then: lock      | trailing-drawdown.then (lock) is not known. Write alert, liquidate-and-lock, liquidate-only.
          amount: 1, until: a-persn  | trailing-drawdown.until (a-persn) is not known. Write a-person, next-reset, week-reset. Maybe (a-person).
          amount: 1, moves: never, cap: start | a floor that never moves needs no cap. Remove the cap, or moves: never.
          amount: 4% of peak, moves: never | trailing-drawdown.amount follows the peak, and moves is never. Use start.
          amount: 50000              | trailing-drawdown.amount (50000.00) must be below start (50000.00).
          amount: 1, cap: freeze at 50000 | the milestone (50000.00) must be above start (50000.00).
          amount: 1, mvoes: tick     | trailing-drawdown has no key (mvoes). Maybe (moves).
          """)
  void refusesTheTrailingDrawdown(String keys, String problem) {
    assertThat(folder.plan("start: 50000, trailing-drawdown: { %s }".formatted(keys)).texts())
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daily-loss-ladder: { alert: 2% of peak } | daily-loss-ladder.alert (2% of peak) does not go with this limit: it cannot follow the peak. Write dollars, or a percentage of anchor or start.
          daily-loss-ladder: { alert: 3% of anchor, liquidate-only: 3% of anchor } | daily-loss-ladder.liquidate-only (3% of anchor) must be more than alert (3% of anchor).
          daily-loss-ladder: { alert: 900, auto-liquidate: 800 } | daily-loss-ladder.auto-liquidate (800) must be more than alert (900).
          daily-loss-ladder: { alert: 600, liquidate-only: 1% of start } | daily-loss-ladder.liquidate-only (1% of start) must be more than alert (600).
          daily-loss-ladder: { } | a ladder needs a rung. Write alert, liquidate-only, auto-liquidate.
          daily-loss-ladder: 1000 | daily-loss-ladder is one value. Write keys below it.
          daily-loss-ladder: ~ | daily-loss-ladder has no value. Write one, or remove the key.
          margin-used: { alert: 90%, liquidate-only: 85% } | margin-used.liquidate-only (85%) must be more than alert (90%).
          margin-used: { alert: 0% } | margin-used.alert (0%) must be above 0%. Leave the rung out for no limit.
          margin-used: { alert: lots } | margin-used.alert (lots) is not a percentage. Write it such as 75%.
          liquidate-only-level: { then: cancel } | liquidate-only-level.then (cancel) is not known. Write alert, liquidate-and-lock, liquidate-only.
          start: -1 | start (-1) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          auto-liq-level: { then: cancel } | auto-liq-level.then (cancel) is not known. Write alert, liquidate-and-lock, liquidate-only.
          auto-liq-level: alert | auto-liq-level is one value. Write keys below it.
          daily-loss-ladder: { alert: 1% of start, liquidate-only: 900, auto-liquidate: 800 } | daily-loss-ladder.auto-liquidate (800) must be more than liquidate-only (900).
          daily-loss-ladder: { alert: 1, anchor: peak } | daily-loss-ladder.anchor (peak) is not known. Write balance, day-peak, equity, greater.
          daily-loss-ladder: { anchor: equity } | a ladder needs a rung. Write alert, liquidate-only, auto-liquidate.
          daily-loss-ladder: { alert: 2% } | daily-loss-ladder.alert (2%) does not say of what. Write dollars, or a percentage of anchor or start.
          start: 0, daily-loss-ladder: { alert: 2% of start } | daily-loss-ladder.alert is a percentage of start, and start is 0. Write dollars.
          consistency: { } | consistency.best-day is missing. It is required.
          consistency: { best-day: 100% } | consistency.best-day (100%) must lie between 0% and 100%.
          consistency: { best-day: 0% } | consistency.best-day (0%) must lie between 0% and 100%.
          consistency: { best-day: 40%, passes: above } | consistency.passes (above) is not known. Write at-or-below, below.
          consistency: { best-day: 40%, then: lock } | consistency.then (lock) is not known. Write alert, liquidate-and-lock, liquidate-only.
          consistency: { bestday: 40%, best-day: 40% } | consistency has no key (bestday). Maybe (best-day).
          flat-by: 15.08 | flat-by (15.08) is not a time of day. Write it from "00:00" to "23:59".
          flat-by: "17:00" | flat-by (17:00) is the reset itself: nothing could ever be held. Write an earlier time.
          effective: 5 January | effective (5 January) is not a date. Write year, month and day, such as 2026-01-05.
          dayly-loss: { amount: 1 } | the plan has no key (dayly-loss). Maybe (daily-loss).
          warn-at: 50% | warn-at is one value. Write a list, such as [a, b].
          warn-at: [90%, 50%] | warn-at must rise, and 50% follows 90%. Write it from the lowest to the highest.
          warn-at: [50%, 50.0%] | warn-at must rise, and 50% follows 50%. Write it from the lowest to the highest.
          warn-at: [100%] | warn-at (100%) must lie between 0% and 100%.
          traling-drawdown: { } | the plan has no key (traling-drawdown). Maybe (trailing-drawdown).
          """)
  void refusesTheKey(String keys, String problem) {
    var start = keys.startsWith("start") ? "" : "start: 50000, ";
    assertThat(folder.plan(start + keys).texts()).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { accounts: { name: A } } | name is missing. It is required.
          { name: p } | accounts is missing. It is required, such as { name: "EVAL50*" }.
          { name: p, accounts: { } } | accounts names none. Write name, ids, autoLiqProfileId or riskCategoryId.
          { name: p, accounts: { ids: [] } } | accounts.ids is empty. List an id, or remove the key.
          { name: p, accounts: { ids: [1, 1] } } | account (1) is listed twice. Keep one.
          { name: p, accounts: { ids: [A1] } } | accounts.ids (A1) is not an id. Write a whole number.
          { name: p, accounts: { nmae: A } } | accounts has no key (nmae). Maybe (name).
          { name: "${env:PW}", accounts: { name: A } } | name (${env:PW}) names the environment, and a plan takes nothing from it. Write the value.
          { name: none, accounts: { name: A } } | name (none) is the name of accounts without a plan. Choose another.
          text | the plan is one value. Write keys below it.
          """)
  void refusesThePlan(String plan, String problem) {
    assertThat(folder.plans("plans: [%s]".formatted(plan)).texts()).contains(problem);
  }

  @Test
  void aNameUsedTwiceIsReportedWithBothPlaces() {
    folder.plans("plans:\n  - name: a\n    accounts: { name: A }\n");
    folder.write("config/plans/20.yaml", "plans:\n  - accounts: { name: B }\n    name: a\n");
    assertThat(folder.problems())
        .containsExactly(
            "config/plans/20.yaml:3: plan (a) is already defined at config/plans/10.yaml:2. Rename one.");
  }

  @Test
  void aNameUsedTwiceIsReportedEvenIfThePlanIsWrongOtherwise() {
    folder.plans(
        "plans:\n  - { name: a, accounts: { name: A } }\n  - { name: a, accounts: { name: A }, start: x }\n");
    assertThat(folder.texts()).hasSize(2).first().asString().contains("already defined");
  }

  @Test
  void aPlanFileWithoutPlansIsRefused() {
    assertThat(folder.plans("plan: []").texts())
        .contains("plans is missing. Write plans: and below it a list, each with - name: first.");
  }

  @Test
  void aPlanFileByAnotherEndingIsRefusedAndNotSkipped() {
    folder.write("config/plans/20.yml", "plans: []");
    assertThat(folder.problems())
        .containsExactly("config/plans/20.yml: plans are read from .yaml files. Rename this one.");
  }

  @Test
  void problemsOfPlansComeAfterThoseOfTheMainFile() {
    folder.set("route", "send-resolved", "x").plan("start: x");
    assertThat(folder.problems())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("config/plimsoll.yaml:"),
            second -> assertThat(second).startsWith("config/plans/10.yaml:1: start (x)"));
  }
}
