package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a currency is worth in dollars [assumed]. Its id is the currency's. */
public record CurrencyRate(long id, @Nullable Instant timestamp, BigDecimal rate)
    implements Reference {

  static CurrencyRate read(Fields fields) {
    return new CurrencyRate(
        fields.requiredId("id"), fields.time("timestamp"), fields.requiredNumber("rate"));
  }
}
