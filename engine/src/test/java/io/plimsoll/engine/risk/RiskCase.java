package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One account held to one plan, step by step. Begins on Monday 2026-01-05 at 09:00 in Chicago with
 * 50,000 at the start of the day; each step is a second later unless {@link #at} was said.
 */
final class RiskCase {
  static final Instant MONDAY_9 = Instant.parse("2026-01-05T15:00:00Z");
  private static final Reading OPENING =
      new Reading(
          Money.of(50_000),
          Money.ZERO,
          Money.of(50_000),
          Money.ZERO,
          null,
          null,
          Money.of(50_000),
          Money.of(50_000),
          Money.ZERO,
          LocalDate.of(2026, 1, 5),
          List.of(),
          null,
          false);

  private Plan plan;
  private Reading last = Reading.UNKNOWN;
  private RiskState state = RiskState.FIRST_SEEN;
  private Reading reading = OPENING;
  private Instant now = MONDAY_9;
  private @Nullable Money nominal;

  private RiskCase(Plan plan) {
    this.plan = plan;
  }

  /** Not evaluated yet. */
  static RiskCase risk(Plans plan) {
    return new RiskCase(plan.made());
  }

  /** Known since its opening: the peak is the start, and nothing is seeded. */
  static RiskCase open(Plans plan) {
    var made = risk(plan);
    var drawdown = made.plan.trailing();
    var start = made.plan.start();
    if (drawdown != null && start != null) {
      var floor = TrailingFloor.from(start, drawdown, start, false, MONDAY_9);
      made.state = made.state.withStart(start).withTrailing(floor);
    }
    return made.tick();
  }

  /** Until the next step; in Chicago, such as {@code 2026-01-05T17:00}. */
  RiskCase at(String chicago) {
    return at(LocalDateTime.parse(chicago).atZone(SessionClock.CME.zone()).toInstant());
  }

  RiskCase at(Instant instant) {
    now = instant.minusSeconds(1);
    return this;
  }

  RiskCase held(Plans other) {
    plan = other.made();
    return this;
  }

  RiskCase nominal(String size) {
    nominal = Money.of(size);
    return this;
  }

  /** Known from now on, not evaluated yet. */
  RiskCase with(Reading other) {
    reading = other;
    return this;
  }

  RiskCase maxNetLiq(@Nullable String amount) {
    return with(Altered.with(reading, "maxNetLiq", money(amount)));
  }

  RiskCase startOfDay(@Nullable String amount, @Nullable String tradeDate) {
    var dated =
        Altered.with(reading, "tradeDate", tradeDate == null ? null : LocalDate.parse(tradeDate));
    return with(Altered.with(dated, "startOfDay", money(amount)));
  }

  RiskCase usedMargin(@Nullable String amount) {
    return with(Altered.with(reading, "usedMargin", money(amount)));
  }

  RiskCase liqOnlyLevel(@Nullable String amount) {
    return with(Altered.with(reading, "liqOnlyLevel", money(amount)));
  }

  RiskCase autoLiqLevel(@Nullable String amount) {
    return with(Altered.with(reading, "autoLiqLevel", money(amount)));
  }

  RiskCase weekRealized(@Nullable String amount) {
    return with(Altered.with(reading, "weekRealized", money(amount)));
  }

  RiskCase holding(Holding... holdings) {
    return with(Altered.with(reading, "holdings", List.of(holdings)));
  }

  /** Until positions are said again, nothing is known of them. */
  RiskCase unknownHoldings() {
    return with(Altered.with(reading, "holdings", null));
  }

  RiskCase imposed(@Nullable Imposed imposed) {
    return with(Altered.with(reading, "imposed", imposed));
  }

  RiskCase jumped(boolean jumped) {
    return with(Altered.with(reading, "jumped", jumped));
  }

  private RiskCase numbers(@Nullable String balance, @Nullable String equity) {
    return with(
        Altered.with(Altered.with(reading, "balance", money(balance)), "equity", money(equity)));
  }

  /** A step: the equity moves, the balance does not. */
  RiskCase equity(@Nullable String amount) {
    var balance = reading.balance();
    return numbers(balance == null ? null : balance.toBigDecimal().toPlainString(), amount).tick();
  }

  /** A step: the balance moves, and nothing is open. */
  RiskCase balance(String amount) {
    return numbers(amount, amount).tick();
  }

  /** A step: both move. */
  RiskCase balance(String amount, @Nullable String equity) {
    return numbers(amount, equity).tick();
  }

  RiskCase unknownEquity() {
    return equity(null);
  }

  /** A step in which nothing is known; the numbers come back after it. */
  RiskCase unknown() {
    var known = reading;
    reading = Reading.UNKNOWN;
    tick();
    reading = known;
    return this;
  }

  /** A step in which no number changes. */
  RiskCase tick() {
    now = now.plusSeconds(1);
    state = Risk.evaluate(state, plan, reading, last, nominal, now);
    last = reading.orElse(last);
    return this;
  }

  RiskCase after(Duration time) {
    now = now.plus(time).minusSeconds(1);
    return this;
  }

  /** A step in which another plan takes over. */
  RiskCase assigned(Plans other) {
    now = now.plusSeconds(1);
    var next = other.made();
    state = Risk.assigned(state, plan, next, reading, last, nominal, now);
    plan = next;
    last = reading.orElse(last);
    return this;
  }

  /** A person releases the account. */
  RiskCase released() {
    return with(state.released());
  }

  /** Money was paid in, or out when negative; the numbers do not show it yet. */
  RiskCase flowed(String amount) {
    return with(Risk.flowed(state, plan, Money.of(amount)));
  }

  /** The broker seems to have reset the account. */
  RiskCase suspected() {
    return with(Risk.suspected(state, plan, Money.ZERO, reading, now));
  }

  /** Remembered from now on. */
  RiskCase with(RiskState other) {
    state = other;
    return this;
  }

  RiskState state() {
    return state;
  }

  Plan plan() {
    return plan;
  }

  Reading reading() {
    return reading;
  }

  TrailingFloor floor() {
    var floor = state.trailing();
    assertThat(floor).as("trailing floor").isNotNull();
    return Objects.requireNonNull(floor);
  }

  void expect(Level level) {
    assertThat(facts().trailing()).isEqualTo(level);
  }

  void expectFloor(String amount) {
    assertThat(floor().floor()).isEqualTo(Money.of(amount));
  }

  void expectPeak(String amount) {
    assertThat(floor().peak()).isEqualTo(Money.of(amount));
  }

  void expectBand(String band) {
    assertThat(state.trailingBand()).isEqualTo(band);
  }

  void expectDayLoss(Rung rung) {
    assertThat(state.dayLoss()).isEqualTo(rung);
  }

  void expectMargin(Rung rung) {
    assertThat(state.margin()).isEqualTo(rung);
  }

  void expectBrokerLevel(Level level) {
    assertThat(facts().liquidateOnlyLevel()).isEqualTo(level);
  }

  AccountRisk facts() {
    return Facts.risk(1, plan, state, reading, ActionProof.FINE);
  }

  AccountFigures figures() {
    return Facts.figures(1, plan, state, reading);
  }

  void expectAnchor(@Nullable String amount) {
    assertThat(state.dayAnchor()).isEqualTo(money(amount));
  }

  void expectWeekAnchor(@Nullable String amount) {
    assertThat(state.weekAnchor()).isEqualTo(money(amount));
  }

  void expectLatched(String... limits) {
    assertThat(state.latches().open()).containsOnlyKeys(limits);
  }

  void expectNothingLatched() {
    assertThat(state.latches().open()).isEmpty();
  }

  void expectLatchings(long count) {
    assertThat(state.latches().count()).isEqualTo(count);
  }

  private static @Nullable Money money(@Nullable String amount) {
    return amount == null ? null : Money.of(amount);
  }
}
