package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.ledger.CashBook.Booking;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Market;
import io.plimsoll.simulator.market.Tape;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The trading floor: books, market and orders, and the rule that everybody acts in turn. What a
 * turn changed is told before the next one begins, so every socket sees one order of events.
 */
public final class Floor {
  private final Books books = new Books();
  private final Market market = new Market();
  private final Ids ids = new Ids();
  private final InstantSource clock;
  private final Journal journal;
  private final Valuation valuation;
  private final CashBook cashBook;
  private final Settlement settlement;
  private final Restrictions restrictions;
  private final Orders orders;
  private final Accounts accounts;
  private final Peaks peaks;
  private final Alerts alerts;
  private final Archive archive;
  private Feed feed = changes -> {};
  private Tape tape = moved -> {};
  private LocalDate session;
  private int depth;

  public Floor(String userName, long seed, Contents contents, InstantSource clock) {
    this.clock = clock;
    var ornaments = new Ornaments(contents, seed);
    this.journal = new Journal(books, changes -> feed.tell(changes), new Random(seed), ornaments);
    this.valuation = new Valuation(books, market);
    this.cashBook = new CashBook(books, journal, ids, clock);
    this.settlement = new Settlement(books, journal, valuation, cashBook, ids, clock);
    this.restrictions = new Restrictions(books, journal, clock);
    this.orders = new Orders(books, market, journal, settlement, restrictions, ids, clock);
    this.accounts = new Accounts(books, journal, market, settlement, cashBook, ids, clock);
    this.archive = new Archive(books, journal);
    this.alerts = new Alerts(books, journal, ids, clock);
    this.session = TradeDates.at(clock.instant());
    this.peaks = new Peaks(books, valuation, journal, clock);
    Surroundings.all(userName, clock).forEach(each -> books.put(ornaments.onto(each)));
    Reference.all(clock).forEach(each -> books.put(ornaments.onto(each)));
  }

  /** From now on; what was done before is told to nobody. */
  public synchronized void broadcastTo(Feed changes, Tape prices) {
    this.feed = changes;
    this.tape = prices;
  }

  /** Runs alone, then tells what changed. A turn within a turn is a part of it. */
  public synchronized <T> T turn(Supplier<T> action) {
    depth++;
    try {
      return action.get();
    } finally {
      depth--;
      if (depth == 0) {
        peaks.tellDue();
        journal.tell();
      }
    }
  }

  /** Tells what changed so far, for a turn that has more to say afterwards. */
  public synchronized void tell() {
    journal.tell();
  }

  public void act(Runnable action) {
    var _ =
        turn(() -> {
          action.run();
          return true;
        });
  }

  /** Prices first, then the resting orders they reach, then the highs, then the tape. */
  public void move(Map<Instrument, BigDecimal> prices) {
    act(() -> {
      prices.forEach(market::move);
      prices.keySet().forEach(orders::match);
      books.all(EntityType.ACCOUNT).stream().map(Entity::id).forEach(peaks::follow);
      tape.print(prices.keySet());
    });
  }

  /** Sets the balance as a trade would have: the difference is realized profit. */
  public void setCash(long account, BigDecimal amount) {
    act(() -> {
      cashBook.book(
          account, List.of(Booking.adjustment(amount.subtract(valuation.balance(account)))));
      peaks.follow(account);
    });
  }

  /** Money paid in, or out when negative: no profit, and the highest equity moves with it. */
  public void fund(long account, BigDecimal change) {
    act(() -> {
      cashBook.book(account, List.of(Booking.of("FundTransaction", change, "demo")));
      peaks.shift(account, change);
    });
  }

  /** Money that comes or goes by itself and leaves no row in the log, as load needs it. */
  public void pay(long account, BigDecimal change) {
    act(() -> cashBook.pay(account, change));
  }

  /** Tells the margin again. */
  public void remargin(long account) {
    act(() -> settlement.writeMargin(account));
  }

  /** Tells the account's entities of this type again, with the time of now. */
  public void touch(EntityType type, long account) {
    act(() ->
        List.copyOf(books.of(account, type))
            .forEach(each ->
                journal.update(
                    each.with(fields -> fields.put("timestamp", Json.time(clock.instant()))))));
  }

  /** Quotes without a change of the price. */
  public void print(Set<Instrument> traded) {
    act(() -> tape.print(traded));
  }

  /** Deletes an order that is done, and all that was written about it. */
  public void forget(long order) {
    act(() -> archive.delete(order));
  }

  /** Profits of the day begin at zero for every account. */
  public void newSession() {
    act(() -> {
      session = TradeDates.at(clock.instant());
      books.all(EntityType.ACCOUNT).stream().map(Entity::id).forEach(cashBook::newSession);
    });
  }

  /** The same, if the date of the session has changed since the last time. */
  public void rollSession() {
    act(() -> {
      if (!TradeDates.at(clock.instant()).equals(session)) {
        newSession();
      }
    });
  }

  /** Takes away what automatic liquidation has set. Empty when the account is not known. */
  public Optional<Entity> resetAutoLiq(long account) {
    return turn(() -> restrictions.resetAutoLiq(account));
  }

  /** An administrator's word. LiquidateImmediately closes and cancels everything as well. */
  public Entity administer(long account, Optional<String> action) {
    return turn(() -> {
      var status = restrictions.set(account, action);
      if (action.filter("LiquidateImmediately"::equals).isPresent()) {
        orders.liquidateAll(account);
      }
      return status;
    });
  }

  /** Opens an account and tells it to whoever is synchronized. */
  public Entity open(Opening opening) {
    return turn(() -> accounts.open(opening));
  }

  /** Writes any entity into the books and sends it, whatever it says. */
  public void write(Change.Kind kind, Entity entity) {
    act(() -> journal.record(kind, entity));
  }

  public Books books() {
    return books;
  }

  public Market market() {
    return market;
  }

  public Orders orders() {
    return orders;
  }

  public Alerts alerts() {
    return alerts;
  }

  public Peaks peaks() {
    return peaks;
  }

  public Valuation valuation() {
    return valuation;
  }

  public Ids ids() {
    return ids;
  }

  public InstantSource clock() {
    return clock;
  }
}
