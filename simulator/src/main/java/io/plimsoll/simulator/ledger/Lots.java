package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fills that are still open, first in first out, by account and contract. All lots of one key
 * have the same side.
 */
final class Lots {
  /** {@code qty} is signed: negative for a sale still open. */
  record Lot(long fillId, int qty, BigDecimal price) {}

  /** A part of an old fill closed by a new one. */
  record Pair(Lot opened, int qty, BigDecimal closingPrice) {
    BigDecimal points() {
      var isLong = opened.qty() > 0;
      var gain =
          isLong ? closingPrice.subtract(opened.price()) : opened.price().subtract(closingPrice);
      return gain.multiply(BigDecimal.valueOf(qty));
    }
  }

  private record Key(long account, long contract) {}

  private final Map<Key, Deque<Lot>> open = new HashMap<>();

  int net(long account, long contract) {
    return lots(account, contract).stream().mapToInt(Lot::qty).sum();
  }

  /** The average price of what is open; empty when flat. */
  Optional<BigDecimal> average(long account, long contract) {
    var net = net(account, contract);
    if (net == 0) {
      return Optional.empty();
    }
    var sum =
        lots(account, contract).stream()
            .map(lot -> lot.price().multiply(BigDecimal.valueOf(lot.qty())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        sum.divide(BigDecimal.valueOf(net), 8, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  /** Takes a fill in: closes the oldest lots of the other side first, keeps the rest open. */
  List<Pair> take(long account, long contract, Lot fill) {
    var lots = lots(account, contract);
    var pairs = new ArrayList<Pair>();
    var left = fill.qty();
    while (left != 0
        && !lots.isEmpty()
        && Integer.signum(lots.getFirst().qty()) != Integer.signum(left)) {
      var oldest = lots.removeFirst();
      var qty = Math.min(Math.abs(left), Math.abs(oldest.qty()));
      pairs.add(new Pair(oldest, qty, fill.price()));
      var rest = oldest.qty() - Integer.signum(oldest.qty()) * qty;
      if (rest != 0) {
        lots.addFirst(new Lot(oldest.fillId(), rest, oldest.price()));
      }
      left -= Integer.signum(left) * qty;
    }
    if (left != 0) {
      lots.addLast(new Lot(fill.fillId(), left, fill.price()));
    }
    return pairs;
  }

  /** Forgets the lots, for a position that was written from outside. */
  void replace(long account, long contract, Optional<Lot> lot) {
    var lots = lots(account, contract);
    lots.clear();
    lot.ifPresent(lots::addLast);
  }

  private Deque<Lot> lots(long account, long contract) {
    return open.computeIfAbsent(new Key(account, contract), key -> new ArrayDeque<>());
  }
}
