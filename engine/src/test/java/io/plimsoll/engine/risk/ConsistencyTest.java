package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Consistency.Passes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  @Test
  void theBestDayIsComparedWithTheTotal() {
    var share = share("40", "1500", "1000", "500", "-200"); // 1,500 of 2,800
    assertThat(share.applies()).isTrue();
    assertThat(share.passes()).isFalse();
    assertThat(share.share()).isEqualByComparingTo("53.571429");
    assertThat(share.needed()).isEqualTo(Money.of("3750"));
    assertThat(share.missing()).isEqualTo(Money.of("950"));
  }

  @Test
  void nothingIsMissingOnceTheTotalIsEnough() {
    var share = share("50", "1000", "900", "800");
    assertThat(share.passes()).isTrue();
    assertThat(share.needed()).isEqualTo(Money.of("2000"));
    assertThat(share.missing()).isEqualTo(Money.ZERO);
  }

  @Test
  void whatIsNeededIsRoundedUp() {
    assertThat(share("30", "1000", "1").needed()).isEqualTo(Money.of("3333.333334"));
  }

  @ParameterizedTest
  @CsvSource({
    "BELOW, 1000, false",
    "BELOW, 999.99, true",
    "AT_OR_BELOW, 1000, true",
    "AT_OR_BELOW, 1000.01, false"
  })
  void exactlyTheLimitPassesOnlyWhereThePlanSaysSo(Passes passes, String best, boolean passed) {
    var rest = Money.of(2_500).minus(Money.of(best));
    var days = List.of(Money.of(best), Money.of(900), rest.minus(Money.of(900)));
    var limit = new Consistency(new BigDecimal("40"), passes, Restriction.NONE);
    assertThat(ConsistencyLimit.share(limit, days).passes()).isEqualTo(passed);
  }

  @Test
  void nothingIsRoundedBeforeItIsCompared() {
    // One third is 33.333333… %, which is above 33.333333 % by less than the figure shows.
    assertThat(share("33.333333", "1", "1", "1").passes()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1000, -1000", "1000, -1500", "0, 0"})
  void doesNotApplyWhileTheTotalIsNotPositive(String one, String other) {
    assertThat(share("40", one, other))
        .isEqualTo(new ConsistencyLimit.Share(false, true, null, null, null));
  }

  @Test
  void withoutAnyDayItDoesNotApply() {
    assertThat(share("40").applies()).isFalse();
  }

  @Test
  void whereNothingFollowsItComesAndGoes() {
    var account = earned(Restriction.NONE, "1500", "100");
    assertThat(account.facts().consistency()).isEqualTo(Level.REACHED);
    account.expectNothingLatched();
    account.with(account.state().earned(money("1500", "1500", "1500"), TODAY)).tick();
    assertThat(account.facts().consistency()).isEqualTo(Level.CLEAR);
  }

  @Test
  void whereSomethingFollowsItStaysUntilTheReset() {
    var account = earned(Restriction.LIQUIDATE_ONLY, "1500", "100");
    account.expectLatched("consistency");
    account.with(account.state().earned(money("1500", "1500", "1500"), TODAY)).tick();
    account.expectLatched("consistency");
    account.startOfDay("50000", "2026-01-06").at("2026-01-05T17:00").tick();
    account.expectNothingLatched();
  }

  @Test
  void theSignEndsWithTheLimit() {
    var account = earned(Restriction.NONE, "1500", "100").held(plan()).tick();
    assertThat(account.facts().consistency()).isEqualTo(Level.NONE);
  }

  @Test
  void theDayThatEndsIsCounted() {
    var limit = new Consistency(new BigDecimal("40"), Passes.BELOW, Restriction.NONE);
    var account = risk(plan().limit("consistency", limit)).balance("51000");
    assertThat(account.figures().consistencyShare()).isNull();
    account.startOfDay("51000", "2026-01-06").at("2026-01-05T17:00").tick();
    assertThat(account.figures().consistencyShare()).isEqualByComparingTo("100");
    assertThat(account.figures().consistencyNeeded()).isEqualByComparingTo("2500");
    assertThat(account.figures().consistencyShort()).isEqualByComparingTo("1500");
  }

  private static RiskCase earned(Restriction consequence, String... profits) {
    var limit = new Consistency(new BigDecimal("40"), Passes.AT_OR_BELOW, consequence);
    var account = risk(plan().limit("consistency", limit)).tick();
    return account.with(account.state().earned(money(profits), TODAY)).tick();
  }

  private static ConsistencyLimit.Share share(String percent, String... profits) {
    var limit = new Consistency(new BigDecimal(percent), Passes.AT_OR_BELOW, Restriction.NONE);
    return ConsistencyLimit.share(limit, money(profits));
  }

  private static List<Money> money(String... amounts) {
    return Stream.of(amounts).map(Money::of).toList();
  }
}
