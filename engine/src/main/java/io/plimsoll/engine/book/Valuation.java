package io.plimsoll.engine.book;

import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.ProductType;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from the book for one account: balance, open profit and loss, equity. */
public final class Valuation {
  private final Book book;
  private final PriceSource source;

  public Valuation(Book book, PriceSource source) {
    this.book = book;
    this.source = source;
  }

  /** The account's numbers now; each is null while something it needs is unknown. */
  public Reading read(AccountPage page) {
    var balance = balance(page);
    var openPnl = openPnl(page);
    var day = dayRow(page);
    var status = page.status();
    var margin = page.margin();
    return new Reading(
        balance,
        openPnl,
        balance == null || openPnl == null ? null : balance.plus(openPnl),
        margin == null ? null : Money.of(margin.totalUsedMargin()),
        margin == null ? null : money(margin.liqOnlyLevel()),
        status == null ? null : money(status.maxNetLiq()),
        day.map(CashBalance::amountSOD).map(Money::of).orElse(null),
        day.map(CashBalance::tradeDate).orElse(null));
  }

  /** The row that tells how the day began: that of the one currency with money in it. */
  private static Optional<CashBalance> dayRow(AccountPage page) {
    var rows = page.newestBalances().stream().filter(Valuation::hadMoney).toList();
    return switch (rows.size()) {
      case 0 -> page.newestBalance();
      case 1 -> Optional.of(rows.getFirst());
      default -> Optional.empty();
    };
  }

  private static boolean hadMoney(CashBalance row) {
    var began = row.amountSOD();
    return row.amount().signum() != 0 || (began != null && began.signum() != 0);
  }

  /** Balances in several currencies need rates, which are not read yet: unknown then. */
  private static @Nullable Money balance(AccountPage page) {
    var rows = page.newestBalances().stream().filter(row -> row.amount().signum() != 0).toList();
    if (page.newestBalance().isEmpty() || rows.size() > 1) {
      return null;
    }
    return rows.isEmpty() ? Money.ZERO : Money.of(rows.getFirst().amount());
  }

  private @Nullable Money openPnl(AccountPage page) {
    try {
      return sum(page);
    } catch (ArithmeticException beyondRange) {
      // Only an absurd price or point value on the wire gets here, and it must not stop the shard.
      return null;
    }
  }

  private @Nullable Money sum(AccountPage page) {
    var total = Money.ZERO;
    for (var position : page.openPositions()) {
      var value = openPnl(position);
      if (value == null) {
        return null;
      }
      total = total.plus(value);
    }
    return total;
  }

  private @Nullable Money openPnl(Position position) {
    var open = position.netPrice() == null ? position.prevPrice() : position.netPrice();
    var price = price(position);
    var product = Instrument.of(book, position.contractId()).product();
    if (open == null || price == null || product == null) {
      return null;
    }
    // A position that cannot be valued as a future is unpriced, and so is the account.
    var type = product.productType();
    if (type != null && type != ProductType.Futures && type != ProductType.Cryptocurrency) {
      return null;
    }
    return Money.of(price)
        .minus(Money.of(open))
        .times(Money.of(product.valuePerPoint()))
        .times(position.netPos());
  }

  private @Nullable BigDecimal price(Position position) {
    var quote = book.price(position.contractId());
    if (quote == null) {
      return null;
    }
    return switch (source) {
      case LAST -> quote.trade();
      case CONSERVATIVE ->
          position.netPos() > 0 ? orTrade(quote.bid(), quote) : orTrade(quote.offer(), quote);
    };
  }

  private static @Nullable BigDecimal orTrade(@Nullable BigDecimal price, Quote quote) {
    return price == null ? quote.trade() : price;
  }

  private static @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : Money.of(amount);
  }
}
