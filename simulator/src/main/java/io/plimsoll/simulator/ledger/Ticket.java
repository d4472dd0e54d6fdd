package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as asked for. {@code price} is the limit or the stop; a market order has none. {@code
 * admin} marks orders of the broker itself, which no restriction holds back.
 */
public record Ticket(
    long accountId,
    String symbol,
    Side side,
    int qty,
    String orderType,
    @Nullable BigDecimal price,
    @Nullable String customTag,
    boolean admin) {
  public static Ticket market(long accountId, String symbol, Side side, int qty) {
    return new Ticket(accountId, symbol, side, qty, "Market", null, null, false);
  }

  public static Ticket limit(long accountId, String symbol, Side side, int qty, BigDecimal price) {
    return new Ticket(accountId, symbol, side, qty, "Limit", price, null, false);
  }
}
