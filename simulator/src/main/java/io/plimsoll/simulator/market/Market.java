package io.plimsoll.simulator.market;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The last price of each contract. A new market stands at its opening prices. */
public final class Market {
  private final Map<Long, BigDecimal> prices = new HashMap<>();

  public Market() {
    Instrument.ALL.forEach(
        instrument -> prices.put(instrument.contractId(), instrument.openingPrice()));
  }

  public Optional<Instrument> instrument(long contractId) {
    return Instrument.ALL.stream().filter(each -> each.contractId() == contractId).findFirst();
  }

  /** By symbol in any letter case, or by contract id in the same field, as the vendor takes it. */
  public Optional<Instrument> named(String symbolOrId) {
    var wanted = symbolOrId.strip().toUpperCase(Locale.ROOT);
    return Instrument.ALL.stream()
        .filter(
            each -> each.symbol().equals(wanted) || Long.toString(each.contractId()).equals(wanted))
        .findFirst();
  }

  public BigDecimal price(Instrument instrument) {
    return prices.getOrDefault(instrument.contractId(), instrument.openingPrice());
  }

  public void move(Instrument instrument, BigDecimal price) {
    prices.put(instrument.contractId(), price);
  }
}
