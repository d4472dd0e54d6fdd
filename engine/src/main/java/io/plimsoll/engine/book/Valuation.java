package io.plimsoll.engine.book;

import io.plimsoll.engine.risk.Holding;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.ProductType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What follows from the book for one account: balance, open profit and loss, equity. */
public final class Valuation {
  /** As of the amounts on the wire: no broker's has more than twelve digits before the point. */
  private static final Money LARGEST = Money.of(999_999_999_999L);

  private final Book book;
  private final PriceSource source;
  private final Rates rates;

  public Valuation(Book book, PriceSource source) {
    this.book = book;
    this.source = source;
    this.rates = new Rates(book);
  }

  /** The account's numbers now; each is null while something it needs is unknown. */
  public Reading read(AccountPage page) {
    boolean knowsCash = !page.isDoubtful(EntityType.CASH_BALANCE);
    boolean knowsHoldings = !page.isDoubtful(EntityType.POSITION);
    var balance = knowsCash ? inRange(() -> balance(page)) : null;
    var openPnl = knowsHoldings ? inRange(() -> openPnl(page)) : null;
    var status = page.status();
    var margin = page.isDoubtful(EntityType.MARGIN_SNAPSHOT) ? null : page.margin();
    return new Reading(
        balance,
        openPnl,
        balance == null || openPnl == null ? null : inRange(() -> balance.plus(openPnl)),
        margin == null ? null : Money.of(margin.totalUsedMargin()),
        margin == null ? null : money(margin.liqOnlyLevel()),
        margin == null ? null : money(margin.autoLiqLevel()),
        status == null ? null : money(status.maxNetLiq()),
        knowsCash ? inRange(() -> startOfDay(page)) : null,
        knowsCash ? inRange(() -> weekRealized(page)) : null,
        tradeDate(page),
        knowsHoldings ? holdings(page) : null,
        book.imposed(page.id()),
        false);
  }

  /** Cash that is not to count for now; null while a rate for it is unknown. */
  public @Nullable Money leftOut(AccountPage page) {
    return inRange(() -> sum(page.cash().leftOut(), CashBalance::amount));
  }

  /** In dollars; null while a rate is unknown. */
  public @Nullable Money inDollars(BigDecimal amount, long currency) {
    return inRange(() -> dollars(amount, currency));
  }

  /** What the broker says was realized in the week; null where some row does not say. */
  private @Nullable Money weekRealized(AccountPage page) {
    var rows = money(page);
    return sum(
        rows.isEmpty() ? page.newestBalance().stream().toList() : rows,
        CashBalance::weekRealizedPnL);
  }

  private List<Holding> holdings(AccountPage page) {
    var holdings = new ArrayList<Holding>();
    for (var position : page.openPositions()) {
      var instrument = Instrument.of(book, position.contractId());
      var contract = instrument.contract();
      var product = instrument.product();
      var name = contract == null ? Long.toString(position.contractId()) : contract.name();
      holdings.add(
          new Holding(
              name,
              product == null ? name : product.name(),
              position.netPos(),
              inRange(() -> openPnl(position)) != null));
    }
    return holdings;
  }

  /** By how much, in percent, the price of some open position has moved at its last change. */
  public BigDecimal largestMove(AccountPage page) {
    return page.openPositions().stream()
        .map(position -> book.prices().lastMove(position.contractId()))
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  /** The newest row of each currency with money in it, now or at the start of the day. */
  private static List<CashBalance> money(AccountPage page) {
    return page.newestBalances().stream().filter(Valuation::hadMoney).toList();
  }

  private static boolean hadMoney(CashBalance row) {
    var began = row.amountSOD();
    return row.amount().signum() != 0 || (began != null && began.signum() != 0);
  }

  /** Null while no cash was sent, or a rate is needed and unknown. */
  private @Nullable Money balance(AccountPage page) {
    return page.newestBalance().isEmpty() ? null : sum(money(page), CashBalance::amount);
  }

  /** A currency whose row is of an earlier date has not moved since. */
  private @Nullable Money startOfDay(AccountPage page) {
    var date = tradeDate(page);
    var rows = money(page);
    return date == null
        ? null
        : sum(
            rows.isEmpty() ? page.newestBalance().stream().toList() : rows,
            row -> row.tradeDate().isBefore(date) ? row.amount() : row.amountSOD());
  }

  /** The newest of the currencies with money in them. */
  private static @Nullable LocalDate tradeDate(AccountPage page) {
    return money(page).stream()
        .map(CashBalance::tradeDate)
        .max(Comparator.naturalOrder())
        .or(() -> page.newestBalance().map(CashBalance::tradeDate))
        .orElse(null);
  }

  private @Nullable Money sum(
      List<CashBalance> rows, Function<CashBalance, @Nullable BigDecimal> of) {
    var total = Money.ZERO;
    for (var row : rows) {
      var amount = of.apply(row);
      var dollars = amount == null ? null : dollars(amount, row.currencyId());
      if (dollars == null) {
        return null;
      }
      total = total.plus(dollars);
    }
    return total;
  }

  /** What is zero is zero in every currency. */
  private @Nullable Money dollars(BigDecimal amount, long currency) {
    return amount.signum() == 0 ? Money.ZERO : rates.dollars(amount, currency);
  }

  /**
   * Unknown beyond what any account is worth. Only an absurd number on the wire gets there, and it
   * must stop neither the shard nor the arithmetic of risk.
   */
  private static @Nullable Money inRange(Supplier<@Nullable Money> number) {
    try {
      var money = number.get();
      return money != null && money.isAtMost(LARGEST) && LARGEST.negate().isAtMost(money)
          ? money
          : null;
    } catch (ArithmeticException beyondRange) {
      return null;
    }
  }

  private @Nullable Money openPnl(AccountPage page) {
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
    var value =
        Money.of(price)
            .minus(Money.of(open))
            .times(Money.of(product.valuePerPoint()))
            .times(position.netPos());
    return product.currencyId() == null
        ? value
        : dollars(value.toBigDecimal(), product.currencyId());
  }

  private @Nullable BigDecimal price(Position position) {
    var quote = book.prices().of(position.contractId());
    if (quote == null) {
      return null;
    }
    return switch (source) {
      case LAST -> quote.trade();
      case CONSERVATIVE ->
          position.netPos() > 0 ? orTrade(quote.bid(), quote) : orTrade(quote.offer(), quote);
    };
  }

  /** Where the book was empty, the last trade is no price at which anybody would buy or sell. */
  private static @Nullable BigDecimal orTrade(@Nullable BigDecimal price, Quote quote) {
    return price == null && !quote.emptied() ? quote.trade() : price;
  }

  private static @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : Money.of(amount);
  }
}
