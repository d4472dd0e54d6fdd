package io.plimsoll.bench;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.risk.WithoutPrices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Every limit there is, for every account. */
final class SoakPlan {
  static final Plan OF_ALL =
      new Plan(
          "soak",
          new AccountSelector("*", Set.of(), null, null),
          null,
          SessionClock.CME,
          new TrailingDrawdown(
              new Amount.Fixed(Money.of(2000)),
              TrailingDrawdown.Basis.EQUITY,
              new TrailingDrawdown.Moves.AtTick(),
              new TrailingDrawdown.Cap.None(),
              Breach.AT_OR_BELOW,
              Restriction.LIQUIDATE_AND_LOCK,
              Until.A_PERSON),
          new LossLadder(percent("2"), percent("3"), null),
          new MarginLadder(new BigDecimal(90), null, null),
          Restriction.LIQUIDATE_ONLY,
          List.of(new BigDecimal(50), new BigDecimal(75), new BigDecimal(90)),
          WithoutPrices.UNKNOWN,
          "1");

  private SoakPlan() {}

  private static Amount percent(String percent) {
    return new Amount.Percent(new BigDecimal(percent), Amount.Base.ANCHOR);
  }
}
