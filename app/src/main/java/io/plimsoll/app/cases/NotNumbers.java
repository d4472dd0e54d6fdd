package io.plimsoll.app.cases;

import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.Input;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The frames of a step in which {@code NaN} stands where a number should. */
final class NotNumbers {
  private static final RawValue NAN = new RawValue("NaN");

  private NotNumbers() {}

  static List<Inbound> of(Input input, CaseAccount account, Instant now) {
    var inbound = new ArrayList<Inbound>();
    var held = account.holdings.all().stream().filter(one -> !one.isFlat()).findFirst();
    boolean equity = isOne(input.equity());
    if (isOne(input.balance()) || (equity && held.isEmpty())) {
      inbound.addAll(cash("amount", account, now));
    }
    if (isOne(input.realized())) {
      inbound.addAll(cash("realizedPnL", account, now));
    }
    if (isOne(input.usedMargin())) {
      var margin = Entities.margin(BigDecimal.ZERO).putRawValue("totalUsedMargin", NAN);
      inbound.addAll(new Props().put(EntityType.MARGIN_SNAPSHOT, margin).read());
    }
    account.holdings.all().stream()
        .filter(one -> isOne(input.prices().get(one.contract())) || (equity && isIt(held, one)))
        .forEach(one -> inbound.addAll(quote(one, now)));
    return inbound;
  }

  private static boolean isOne(@Nullable CaseAmount amount) {
    return amount instanceof CaseAmount.NotANumber;
  }

  private static boolean isIt(Optional<Holding> held, Holding one) {
    return held.isPresent() && held.get().equals(one);
  }

  private static List<Inbound> cash(String field, CaseAccount account, Instant now) {
    var row = account.cash.row(now).putRawValue(field, NAN);
    return new Props().put(EntityType.CASH_BALANCE, row).read();
  }

  private static List<Inbound> quote(Holding holding, Instant now) {
    var quote = Entities.quote(holding, now);
    ((ObjectNode) quote.path("entries").path("Trade")).putRawValue("price", NAN);
    return Props.quotes(JsonMapper.shared().createArrayNode().add(quote));
  }
}
