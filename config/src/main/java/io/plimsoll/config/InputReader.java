package io.plimsoll.config;

import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.Futures;
import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.Raw;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a step says of the account at the broker. */
final class InputReader {
  private static final Pattern AMOUNT = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,9})?");
  private static final Pattern CONTRACTS = Pattern.compile("-?\\d{1,6}");
  private static final Map<String, EntityType> TYPES =
      Arrays.stream(EntityType.values())
          .collect(Collectors.toMap(EntityType::wireName, type -> type));

  private InputReader() {}

  static Input read(Section step) {
    return new Input(
        step.optional("balance", InputReader::caseAmount).orElse(null),
        step.optional("equity", InputReader::caseAmount).orElse(null),
        step.optional("realized", InputReader::caseAmount).orElse(null),
        step.optional("usedMargin", InputReader::caseAmount).orElse(null),
        byContract(step.at("price"), InputReader::caseAmount),
        step.has("positions") ? byContract(step.at("positions"), InputReader::contracts) : null,
        step.optional("minis", InputReader::contracts).orElse(null),
        step.optional("micros", InputReader::contracts).orElse(null),
        step.at("profitDays").items().stream()
            .flatMap(item -> item.as(InputReader::amount).stream())
            .toList(),
        vendor(step.at("vendor")),
        step.optional("cashFlow", InputReader::amount).orElse(null),
        silent(step));
  }

  private static @Nullable Boolean silent(Section step) {
    return step.optional("broker", CaseReader.SILENT).orElse(null);
  }

  /** Digits, with a sign or none. */
  static BigDecimal amount(String text) {
    if (!AMOUNT.matcher(text.strip()).matches()) {
      throw new NotReadable(
          "is not an amount. Write digits, with a point before cents and no commas,"
              + " such as 50000 or -12.50.");
    }
    return new BigDecimal(text.strip());
  }

  private static CaseAmount caseAmount(String text) {
    return switch (text.strip()) {
      case "unknown" -> new CaseAmount.Unknown();
      case "not-a-number" -> new CaseAmount.NotANumber();
      case String other when AMOUNT.matcher(other).matches() ->
          new CaseAmount.Known(new BigDecimal(other));
      default ->
          throw new NotReadable(
              "is not an amount. Write digits, such as 50000 or -12.50, or unknown, or not-a-number."
                  + Nearest.maybe(text.strip(), List.of("unknown", "not-a-number")));
    };
  }

  private static int contracts(String text) {
    if (!CONTRACTS.matcher(text.strip()).matches()) {
      throw new NotReadable("is not a number of contracts. Write it such as 2, or -2 for short.");
    }
    return Integer.parseInt(text.strip());
  }

  private static <T> Map<String, T> byContract(Value value, Function<String, T> reader) {
    var found = new LinkedHashMap<String, T>();
    for (var entry : value.entries()) {
      if (Futures.product(entry.key()).isEmpty()) {
        entry.problem(
            "contract (%s) is of no product we know the value of. Write it such as ESZ6.%s"
                .formatted(entry.key(), Nearest.maybe(product(entry.key()), Futures.products())));
      }
      entry.as(reader).ifPresent(read -> found.put(entry.key(), read));
    }
    return found;
  }

  /** What seems to be the product's name. */
  private static String product(String contract) {
    return contract.replaceFirst("[FGHJKMNQUVXZ]\\d{1,2}$", "");
  }

  private static Map<EntityType, List<Raw.Parts>> vendor(Value value) {
    var entities = new LinkedHashMap<EntityType, List<Raw.Parts>>();
    for (var entry : value.entries()) {
      var type = TYPES.get(entry.key());
      if (type == null) {
        entry.problem(
            "vendor has no entity (%s) that we read.%s"
                .formatted(entry.key(), Nearest.maybe(entry.key(), TYPES.keySet())));
        continue;
      }
      var all = entry.node() instanceof SequenceNode ? entry.items() : List.of(entry);
      entities.put(
          type, all.stream().flatMap(one -> RawReader.entity(one, type).stream()).toList());
    }
    return entities;
  }
}
