package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.ledger.Outcome.Refused;
import io.plimsoll.simulator.market.Instrument;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Limits that users set themselves. One holds only together with a parameter that makes it hard,
 * and only an order that would lead further beyond it is refused. Built for all contracts together,
 * one contract and one product.
 */
final class PositionLimits {
  private final Books books;

  PositionLimits(Books books) {
    this.books = books;
  }

  Optional<Refused> refusal(Ticket ticket, Instrument traded) {
    return books.of(ticket.accountId(), EntityType.POSITION_LIMIT).stream()
        .filter(limit -> limit.fields().path("active").asBoolean(false) && isHard(limit))
        .filter(limit -> concerns(limit, traded))
        .filter(limit -> breaks(limit, ticket, traded))
        .findFirst()
        .map(limit ->
            new Refused(
                limit.text("totalBy").filter("Overall"::equals).isPresent()
                    ? "MaxTotalPosLimitReached"
                    : "MaxPosLimitReached",
                "Position limit %d of account %d is reached."
                    .formatted(limit.id(), ticket.accountId())));
  }

  private boolean isHard(Entity limit) {
    return books.all(EntityType.RISK_PARAMETER).stream()
        .filter(each -> each.whole("userAccountPositionLimitId") == limit.id())
        .anyMatch(each -> each.fields().path("hardLimit").asBoolean(false));
  }

  private static boolean concerns(Entity limit, Instrument traded) {
    return switch (limit.text("totalBy").orElse("")) {
      case "Overall" -> true;
      case "Contract" -> limit.whole("contractId") == traded.contractId();
      case "Product" -> limit.whole("productId") == traded.productId();
      default -> false;
    };
  }

  private boolean breaks(Entity limit, Ticket ticket, Instrument traded) {
    var net = net(ticket.accountId(), traded.contractId());
    var after = net + ticket.side().signed(ticket.qty());
    if (Math.abs(after) <= Math.abs(net)) {
      return false;
    }
    var others =
        limit.text("totalBy").filter("Overall"::equals).isPresent()
            ? exposed(ticket.accountId()) - Math.abs(net)
            : 0;
    return over(limit, "exposedLimit", others + Math.abs(after))
        || over(limit, "longLimit", after)
        || over(limit, "shortLimit", -after);
  }

  private static boolean over(Entity limit, String field, long amount) {
    return limit.fields().has(field) && amount > limit.whole(field);
  }

  private long net(long account, long contract) {
    return books.position(account, contract).map(row -> row.whole("netPos")).orElse(0L);
  }

  private long exposed(long account) {
    ToLongFunction<Entity> size = row -> Math.abs(row.whole("netPos"));
    Stream<Entity> rows = books.positions(account);
    return rows.mapToLong(size).sum();
  }
}
