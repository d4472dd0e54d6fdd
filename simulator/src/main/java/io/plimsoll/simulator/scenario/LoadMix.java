package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What happens to accounts under load: mostly figures that move, now and then an order or a trade.
 * Everything goes through the floor, so the books stay true; what is long done is deleted, so they
 * stay small. In turn on the floor.
 */
final class LoadMix {
  private static final int MOST_ORDERS = 4;
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal FAR = new BigDecimal("500");

  private final Floor floor;
  private final List<Long> accounts;
  private final Random random;
  private final Map<Long, Boolean> paid = new HashMap<>();

  LoadMix(Floor floor, List<Long> accounts, long seed) {
    this.floor = floor;
    this.accounts = accounts;
    this.random = new Random(seed);
  }

  /** One event, of whatever kind the seed has next. */
  void step() {
    var account = accounts.get(random.nextInt(accounts.size()));
    var draw = random.nextInt(100);
    if (draw < 35) {
      cash(account);
    } else if (draw < 60) {
      floor.remargin(account);
    } else if (draw < 75) {
      floor.touch(EntityType.POSITION, account);
    } else if (draw < 85) {
      high(account);
    } else if (draw < 90) {
      quotes();
    } else if (draw < 96) {
      order(account);
    } else {
      trade(account);
    }
  }

  /** A cent paid out, and paid back the next time. */
  private void cash(long account) {
    var back = paid.merge(account, true, (before, now) -> !before);
    floor.pay(account, back ? CENT.negate() : CENT);
  }

  private void high(long account) {
    floor
        .books()
        .find(EntityType.ACCOUNT_RISK_STATUS, account)
        .ifPresent(status -> floor.peaks().set(account, status.amount("maxNetLiq").add(CENT)));
  }

  private void quotes() {
    floor.print(Set.of(Instrument.ALL.get(random.nextInt(Instrument.ALL.size()))));
  }

  /** A limit far away, or the end of one. */
  private void order(long account) {
    var working = floor.orders().working(account);
    if (!working.isEmpty()) {
      var _ = floor.orders().cancel(working.getFirst().id());
      return;
    }
    var traded = Instrument.MNQ;
    var limit = traded.onTick(floor.market().price(traded).subtract(FAR));
    var _ = floor.orders().place(Ticket.limit(account, traded.symbol(), Side.Buy, 1, limit));
    prune(account);
  }

  /** Toward flat when something is held, else into a position. */
  private void trade(long account) {
    var traded = random.nextBoolean() ? Instrument.MNQ : Instrument.MES;
    var net = floor.books().position(account, traded.contractId()).map(row -> row.count("netPos"));
    var side = net.orElse(0) == 0 ? any() : net.get() > 0 ? Side.Sell : Side.Buy;
    var _ = floor.orders().place(Ticket.market(account, traded.symbol(), side, 1));
    prune(account);
  }

  private Side any() {
    return random.nextBoolean() ? Side.Buy : Side.Sell;
  }

  private void prune(long account) {
    floor.books().of(account, EntityType.ORDER).stream()
        .limit(Math.max(0, floor.books().of(account, EntityType.ORDER).size() - MOST_ORDERS))
        .map(Entity::id)
        .toList()
        .forEach(floor::forget);
  }
}
