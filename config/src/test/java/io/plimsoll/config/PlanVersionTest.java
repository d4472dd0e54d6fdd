package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(PlanVersion.canonical(folder.onlyPlan()))
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
        "plans: [{ name: p, accounts: { ids: [3, 1, 2] }, start: 50000, trailing-drawdown: { amount: 4% of start, basis: equity, moves: tick, cap: none }, warn-at: [50, 75%, 90.0%], session: { resets: 17:00 } }]"
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

  /** A set of Java's has another order in each process. */
  @Test
  void listsAccountsInTheOrderOfTheirIds() {
    folder.plans(
        "plans: [{ name: p, accounts: { ids: [977, 3, 5000017, 41, 12, 8, 100, 63] }, start: 1 }]");
    assertThat(PlanVersion.canonical(folder.onlyPlan()))
        .contains("accounts.ids: [3, 8, 12, 41, 63, 100, 977, 5000017]\n");
  }

  private String version(String plans) {
    return folder.plans(plans).onlyPlan().version();
  }
}
