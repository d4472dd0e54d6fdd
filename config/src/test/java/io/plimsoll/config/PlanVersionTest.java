package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanVersionTest {
  private static final String PLAN =
      "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start } }]";

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  /** If this changes, every account of every user is on a new version of its plan. */
  @Test
  void isTheSameInEveryRelease() {
    assertThat(version(PLAN)).isEqualTo("48553e84cca2");
  }

  @Test
  void isOfTheCanonicalForm() {
    folder.plans(PLAN);
    assertThat(Canonical.text(folder.onlyPlan(), null))
        .isEqualTo(
            """
            name: p
            accounts.ids: [1, 2, 3]
            start: 50000.00
            session: America/Chicago resets 17:00 closes 17:00
            trailing-drawdown: 4% of start of equity moves tick cap none when at-or-below then liquidate-and-lock until a-person
            liquidate-only-level: none
            warn-at: [50, 75, 90]
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a comment\nplans: [{ start: 50000.00, name: 'p', accounts: { ids: [1, 2, 3] }, trailing-drawdown: { amount: 4.0 % of start } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start, basis: equity, moves: tick, cap: none }, warn-at: [50, 75%, 90.0%], session: { resets: 17:00 } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start, flows: shift }, session: { week-resets: sunday, holidays: [] }, liquidate-only-level: { then: alert }, auto-liq-level: { then: alert }, confirm: { evaluations: 1 }, on-broker-reset: propose, broker-grace: 10000ms, without-prices: unknown }]",
        "plans: [{ name: p, effective: 2026-01-05, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start } }]"
      })
  void commentsOrderQuotesAndDefaultsChangeNothing(String same) {
    assertThat(version(same)).isEqualTo(version(PLAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plans: [{ name: q, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1] }, start: 50000, trailing-drawdown: { amount: 4% of start } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50001, trailing-drawdown: { amount: 4% of start } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of peak } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start, cap: start } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start, breach: below } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start }, margin-used: { alert: 9% } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start }, daily-loss-ladder: { alert: 9 } }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start }, warn-at: [50%] }]",
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start }, session: { closes: '16:00' } }]"
      })
  void anyOtherChangeIsAnotherVersion(String changed) {
    assertThat(version(changed)).matches("[0-9a-f]{12}").isNotEqualTo(version(PLAN));
  }

  /** The plans as they were first shipped; accounts may still be held to them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          533bca38b578 | name: evaluation-50k, accounts: { name: "EVAL50K*" }, start: 50000, session: { zone: America/Chicago, resets: "17:00", closes: "17:00" }, trailing-drawdown: { amount: 2000, basis: equity, moves: tick, cap: start + 100, breach: at-or-below, then: liquidate-and-lock, until: a-person }, warn-at: [50%, 75%, 90%], without-prices: unknown
          fc72490a343d | name: evaluation-50k-back, accounts: { name: "BACK50K*" }, start: 50000, trailing-drawdown: { amount: 2500 }
          7833d2c558bc | name: funded-100k, accounts: { name: "FUND100K*" }, start: 100000, trailing-drawdown: { amount: 6% of start, basis: balance, moves: close }, daily-loss-ladder: { alert: 2% of anchor, liquidate-only: 3% of anchor, auto-liquidate: 4% of anchor }
          fee1e0c8e0de | name: live, accounts: { name: "LIVE*" }, margin-used: { alert: 70%, liquidate-only: 85%, auto-liquidate: 100% }, liquidate-only-level: { then: liquidate-only }
          """)
  void ofThePlansFirstShippedIsWhatItWas(String version, String keys) {
    assertThat(version("plans: [{ %s }]".formatted(keys))).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          session: { week-resets: MONDAY } | session.week-resets: MONDAY
          session: { holidays: [2027-01-01, 2026-12-25] } | session.holidays: [2026-12-25, 2027-01-01]
          trailing-drawdown: { floor: 48000, moves: never } | trailing-drawdown.floor: 48000.00
          trailing-drawdown: { amount: 2000, flows: keep } | trailing-drawdown.flows: keep
          auto-liq-level: { then: liquidate-and-lock } | auto-liq-level: liquidate-and-lock
          confirm: { evaluations: 2 } | confirm.evaluations: 2
          confirm: { jump: 2.0% } | confirm.jump: 2%
          on-broker-reset: rebase | on-broker-reset: rebase
          broker-grace: 30s | broker-grace: PT30S
          without-prices: realized | without-prices: realized
          daily-loss-ladder: { alert: 1, anchor: equity } | day-anchor: equity
          weekly-loss: { amount: 1, anchor: day-peak } | week-anchor: day-peak
          daily-loss: { amount: 1 } | daily-loss: 1.00 when at-or-below on equity then liquidate-and-lock until next-reset
          daily-loss: { amount: 1, breach: below, on: realized, then: alert, until: a-person } | daily-loss: 1.00 when below on realized then none until a-person
          daily-loss: { amount: 1, steps: [{ from: 9, amount: 2% of start }] } | daily-loss: 1.00 from 9.00 2% of start when at-or-below on equity then liquidate-and-lock until next-reset
          daily-loss: { amount: 1, steps: [{ from: 9, amount: 2 }], steps-at: now } | daily-loss: 1.00 from 9.00 2.00 at once when at-or-below on equity then liquidate-and-lock until next-reset
          weekly-loss: { amount: 1 } | weekly-loss: 1.00 when at-or-below on equity then liquidate-and-lock until week-reset
          daily-profit: { amount: 1 } | daily-profit: 1.00 when at-or-below on equity then liquidate-and-lock until next-reset
          weekly-profit: { amount: 1, breach: above } | weekly-profit: 1.00 when below on equity then liquidate-and-lock until week-reset
          max-contracts: { overall: 5.0 } | max-contracts: overall 5 then none
          max-contracts: { per-product: { NQ: 2, ES: 3 }, then: liquidate-only } | max-contracts: overall null, ES 3, NQ 2 then liquidate-only
          max-contracts: { groups: { b: { products: [NQ, ES], max: 2 }, a: { products: [CL], max: 1 } } } | max-contracts: overall null, a of [CL] 1, b of [ES, NQ] 2 then none
          max-contracts: { overall: 5, micros: [MNQ, MES], micro-weight: 0.10 } | max-contracts: overall 5, micros [MES, MNQ] 0.1 then none
          max-contracts: { bands: [{ from: 0, max: 2 }, { from: 9, max: 5 }] } | max-contracts: overall null, by equity, from 0.00 2, from 9.00 5 then none
          max-contracts: { bands: [{ from: 0, max: 2 }], by: profit, moves: close } | max-contracts: overall null, by profit at close, from 0.00 2 then none
          consistency: { best-day: 40% } | consistency: 40% passes at-or-below then none
          consistency: { best-day: 40%, passes: below, then: liquidate-only } | consistency: 40% passes below then liquidate-only
          flat-by: 15:08 | flat-by: 15:08
          news: [{ name: NFP, at: 2026-01-09T08:30, after: 2m, products: [NQ, ES] }] | news: 2026-01-09T14:30:00Z to 2026-01-09T14:32:00Z of [ES, NQ], NFP
          """)
  void aKeyThatIsGivenHasALineOfItsOwn(String keys, String line) {
    var start = "plans: [{ name: p, accounts: { name: A }, start: 50000%s }]";
    var without = folder.plans(start.formatted("")).onlyPlan();
    var with = folder.plans(start.formatted(", " + keys)).onlyPlan();
    assertThat(Canonical.text(with, null).lines()).contains(line);
    assertThat(Canonical.text(without, null).lines())
        .noneMatch(other -> other.startsWith(line.substring(0, line.indexOf(' '))));
    assertThat(with.version()).isNotEqualTo(without.version());
  }

  /** Which products are micros means nothing where each counts as one contract. */
  @Test
  void microsThatCountWholeChangeNothing() {
    var start = "plans: [{ name: p, accounts: { name: A }, max-contracts: { overall: 5%s } }]";
    assertThat(version(start.formatted(", micros: [MES], micro-weight: 1.0")))
        .isEqualTo(version(start.formatted("")));
  }

  @Test
  void theOrderOfNewsChangesNothing() {
    var one = "{ name: NFP, at: 2026-01-09T08:30, after: 2m }";
    var two = "{ name: CPI, at: 2026-01-13T13:30Z, before: 2m }";
    var start = "plans: [{ name: p, accounts: { name: A }, news: [%s, %s] }]";
    assertThat(version(start.formatted(one, two))).isEqualTo(version(start.formatted(two, one)));
  }

  /** A calendar grows all year, and nobody would assign a new version for each date in it. */
  @Test
  void aCalendarCountsByItsNameAlone() {
    var plan = "plans: [{ name: p, accounts: { name: A }, news: %s }]";
    var calendar = "news: [{ name: NFP, at: %s, after: 2m }]";
    folder.write("config/news.yaml", calendar.formatted("2026-01-09T08:30"));
    folder.write("config/other.yaml", calendar.formatted("2026-01-09T08:30"));
    var january = version(plan.formatted("config/news.yaml"));
    assertThat(version(plan.formatted("./config/news.yaml"))).isEqualTo(january);
    assertThat(version(plan.formatted("config/other.yaml"))).isNotEqualTo(january);
    folder.write("config/news.yaml", calendar.formatted("2026-02-06T08:30"));
    assertThat(version(plan.formatted("config/news.yaml"))).isEqualTo(january);
  }

  /** A set of Java's has another order in each process. */
  @Test
  void listsAccountsInTheOrderOfTheirIds() {
    folder.plans(
        "plans: [{ name: p, accounts: { ids: [977, 3, 5000017, 41, 12, 8, 100, 63] }, start: 1 }]");
    assertThat(Canonical.text(folder.onlyPlan(), null))
        .contains("accounts.ids: [3, 8, 12, 41, 63, 100, 977, 5000017]\n");
  }

  private String version(String plans) {
    return folder.plans(plans).onlyPlan().version();
  }
}
