package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan for a test, made from one in which no limit holds. */
record Plans(
    @Nullable Money start,
    SessionClock session,
    Limits limits,
    List<BigDecimal> warnAt,
    Conduct conduct) {

  /** A start of 50,000 and warnings at 50, 75 and 90 percent. */
  static Plans plan() {
    return new Plans(
        Money.of(50_000),
        SessionClock.CME,
        Limits.NONE,
        List.of(new BigDecimal("50"), new BigDecimal("75"), new BigDecimal("90")),
        Conduct.USUAL);
  }

  /** Trails the equity of each tick by 2,000, without a cap. */
  static Plans evaluation50k() {
    return plan().trailing(Trails.trail().drawdown());
  }

  Plans start(@Nullable String balance) {
    return Altered.with(this, "start", balance == null ? null : Money.of(balance));
  }

  Plans session(SessionClock clock) {
    return Altered.with(this, "session", clock);
  }

  /** One of the limits, by its name in {@link Limits}. */
  Plans limit(String name, @Nullable Object limit) {
    return Altered.with(this, "limits", Altered.with(limits, name, limit));
  }

  Plans conduct(String name, @Nullable Object value) {
    return Altered.with(this, "conduct", Altered.with(conduct, name, value));
  }

  Plans trailing(@Nullable TrailingDrawdown drawdown) {
    return limit("trailing", drawdown);
  }

  Plans loss(@Nullable LossLadder ladder) {
    return limit("lossLadders", ladder == null ? List.of() : List.of(ladder));
  }

  Plans margin(@Nullable MarginLadder ladder) {
    return limit("margin", ladder);
  }

  Plans brokerLevel(Restriction restriction) {
    return limit("liquidateOnlyLevel", restriction);
  }

  Plans warnAt(String... percents) {
    return Altered.with(this, "warnAt", List.of(percents).stream().map(BigDecimal::new).toList());
  }

  Plan made() {
    return new Plan(
        "evaluation-50k",
        new AccountSelector(null, Set.of(1L), null, null),
        start,
        session,
        limits,
        warnAt,
        conduct,
        null,
        Set.of(),
        "0123456789ab");
  }
}
