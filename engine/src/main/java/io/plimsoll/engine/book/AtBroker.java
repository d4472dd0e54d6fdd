package io.plimsoll.engine.book;

import io.plimsoll.engine.risk.Imposed;
import io.plimsoll.engine.tradovate.entity.TrailingMode;
import io.plimsoll.engine.tradovate.entity.UserAccountAutoLiq;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The vendor's settings of an account in the words of risk. */
final class AtBroker {
  private AtBroker() {}

  static Imposed of(UserAccountAutoLiq sent) {
    Map<String, @Nullable BigDecimal> numbers = new HashMap<>();
    numbers.put("marginPercentageAlert", sent.marginPercentageAlert());
    numbers.put("marginPercentageLiqOnly", sent.marginPercentageLiqOnly());
    numbers.put("marginPercentageAutoLiq", sent.marginPercentageAutoLiq());
    numbers.put("dailyLossPercentageAlert", sent.dailyLossPercentageAlert());
    numbers.put("dailyLossPercentageLiqOnly", sent.dailyLossPercentageLiqOnly());
    numbers.put("dailyLossPercentageAutoLiq", sent.dailyLossPercentageAutoLiq());
    numbers.put("dailyLossAlert", sent.dailyLossAlert());
    numbers.put("dailyLossLiqOnly", sent.dailyLossLiqOnly());
    numbers.put("dailyLossAutoLiq", sent.dailyLossAutoLiq());
    numbers.put("weeklyLossAutoLiq", sent.weeklyLossAutoLiq());
    numbers.put("dailyProfitAutoLiq", sent.dailyProfitAutoLiq());
    numbers.put("weeklyProfitAutoLiq", sent.weeklyProfitAutoLiq());
    numbers.put("trailingMaxDrawdown", sent.trailingMaxDrawdown());
    numbers.put("trailingMaxDrawdownLimit", sent.trailingMaxDrawdownLimit());
    var locked = new TreeSet<String>();
    if (Boolean.TRUE.equals(sent.doNotUnlock())) {
      locked.add("doNotUnlock");
    }
    if (Boolean.TRUE.equals(sent.changesLocked())) {
      locked.add("changesLocked");
    }
    boolean endOfDay = sent.trailingMaxDrawdownMode() == TrailingMode.EOD;
    return Imposed.of(numbers, endOfDay, sent.flattenTimestamp(), locked);
  }
}
