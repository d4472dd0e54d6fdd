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
    @Nullable TrailingDrawdown trailing,
    @Nullable LossLadder loss,
    @Nullable MarginLadder margin,
    Restriction brokerLevel,
    List<BigDecimal> warnAt) {

  /** A start of 50,000 and warnings at 50, 75 and 90 percent. */
  static Plans plan() {
    return new Plans(
        Money.of(50_000),
        SessionClock.CME,
        null,
        null,
        null,
        Restriction.NONE,
        List.of(new BigDecimal("50"), new BigDecimal("75"), new BigDecimal("90")));
  }

  /** Trails the equity of each tick by 2,000, without a cap. */
  static Plans evaluation50k() {
    return plan().trailing(Trails.trail().drawdown());
  }

  Plans start(@Nullable String balance) {
    var money = balance == null ? null : Money.of(balance);
    return new Plans(money, session, trailing, loss, margin, brokerLevel, warnAt);
  }

  Plans session(SessionClock clock) {
    return new Plans(start, clock, trailing, loss, margin, brokerLevel, warnAt);
  }

  Plans trailing(@Nullable TrailingDrawdown drawdown) {
    return new Plans(start, session, drawdown, loss, margin, brokerLevel, warnAt);
  }

  Plans loss(@Nullable LossLadder ladder) {
    return new Plans(start, session, trailing, ladder, margin, brokerLevel, warnAt);
  }

  Plans margin(@Nullable MarginLadder ladder) {
    return new Plans(start, session, trailing, loss, ladder, brokerLevel, warnAt);
  }

  Plans brokerLevel(Restriction restriction) {
    return new Plans(start, session, trailing, loss, margin, restriction, warnAt);
  }

  Plans warnAt(String... percents) {
    var warnings = List.of(percents).stream().map(BigDecimal::new).toList();
    return new Plans(start, session, trailing, loss, margin, brokerLevel, warnings);
  }

  Plan made() {
    return new Plan(
        "evaluation-50k",
        new AccountSelector(null, Set.of(1L), null, null),
        start,
        session,
        trailing,
        loss,
        margin,
        brokerLevel,
        warnAt,
        WithoutPrices.UNKNOWN,
        "0123456789ab");
  }
}
