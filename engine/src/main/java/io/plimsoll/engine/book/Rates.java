package io.plimsoll.engine.book;

import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.Currency;
import io.plimsoll.engine.tradovate.entity.CurrencyRate;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other currencies are worth in dollars, by the broker's rates. Where the broker has sent no
 * currency at all and there is money in only one, that is taken for dollars.
 */
record Rates(Book book) {
  private static final String DOLLAR = "USD";

  /** In dollars; null while the rate is needed and unknown. */
  @Nullable Money dollars(BigDecimal amount, long currency) {
    var rate = rate(currency);
    return rate == null ? null : Money.of(amount.multiply(rate));
  }

  private @Nullable BigDecimal rate(long currency) {
    if (isDollar(currency)) {
      return BigDecimal.ONE;
    }
    return book.find(EntityType.CURRENCY_RATE, currency)
        .map(rate -> ((CurrencyRate) rate).rate())
        .filter(rate -> rate.signum() > 0)
        .orElse(null);
  }

  private boolean isDollar(long currency) {
    return (book.all(EntityType.CURRENCY).isEmpty() && book.currencies().size() < 2)
        || book.find(EntityType.CURRENCY, currency)
            .filter(known -> ((Currency) known).name().equalsIgnoreCase(DOLLAR))
            .isPresent();
  }

  /** What is to be read of these currencies; rates each time, since they move. */
  Set<Missing> missing(Collection<Long> currencies) {
    var missing = new HashSet<Missing>();
    for (long currency : currencies) {
      if (!isDollar(currency)) {
        missing.add(new Missing(EntityType.CURRENCY_RATE, currency));
        if (book.find(EntityType.CURRENCY, currency).isEmpty()) {
          missing.add(new Missing(EntityType.CURRENCY, currency));
        }
      }
    }
    return missing;
  }
}
