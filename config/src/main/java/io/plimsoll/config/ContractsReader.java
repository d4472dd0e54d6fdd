package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.ContractLimits.Band;
import io.plimsoll.engine.risk.ContractLimits.By;
import io.plimsoll.engine.risk.ContractLimits.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code max-contracts} of a plan. */
final class ContractsReader {
  /** What a breach of the overall limit is called; a group of that name would be taken for it. */
  private static final String OVERALL = "overall";

  private static final Function<String, Boolean> AT_CLOSE =
      Written.word(Map.of("tick", false, "close", true));

  private ContractsReader() {}

  static Optional<ContractLimits> read(Value value) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section =
        Section.open(
            value,
            "overall",
            "per-product",
            "groups",
            "micros",
            "micro-weight",
            "bands",
            "by",
            "moves",
            "then");
    var overall = section.optional("overall", Written::number);
    var products = products(section.at("per-product"));
    var groups = groups(section.at("groups"), products);
    var micros = section.has("micros") ? Products.set(section.at("micros")) : ContractLimits.MICROS;
    var weight = section.optional("micro-weight", ContractsReader::weight).orElse(BigDecimal.ONE);
    var bands = bands(section.at("bands"));
    var by = section.optional("by", Written.word(By.class)).orElse(By.EQUITY);
    var atClose = section.optional("moves", AT_CLOSE).orElse(false);
    var then = section.optional("then", Consequence.WORD).orElse(Restriction.NONE);
    refuseWithoutBands(section, "by");
    refuseWithoutBands(section, "moves");
    if (section.isSound()
        && overall.isEmpty()
        && products.isEmpty()
        && groups.isEmpty()
        && bands.isEmpty()) {
      section.problem("max-contracts sets no limit. Write overall, per-product, groups or bands.");
    }
    return section.build(() ->
        new ContractLimits(
            overall.orElse(null), products, groups, micros, weight, bands, by, atClose, then));
  }

  private static Map<String, BigDecimal> products(Value value) {
    var most = new LinkedHashMap<String, BigDecimal>();
    for (var entry : value.entries()) {
      Products.key(entry)
          .ifPresent(name -> entry.as(Written::number).ifPresent(n -> most.put(name, n)));
    }
    return most;
  }

  private static Map<String, Group> groups(Value value, Map<String, BigDecimal> products) {
    var groups = new LinkedHashMap<String, Group>();
    for (var entry : value.entries()) {
      var section = Section.open(entry, "products", "max");
      var name = entry.keyAs(Written::name);
      if (!section.has("products")) {
        section.problem("%s is missing. It is required.".formatted(section.at("products").name()));
      }
      var members = Products.some(section.at("products"));
      var max = section.required("max", Written::number);
      if (entry.key().equals(OVERALL) || products.containsKey(entry.key())) {
        entry.problem(
            "group (%s) has the name of another limit. Choose another.".formatted(entry.key()));
      }
      section
          .build(() -> new Group(members, max.orElseThrow()))
          .ifPresent(group -> groups.put(name.orElseThrow(), group));
    }
    return groups;
  }

  private static List<Band> bands(Value value) {
    var bands = new ArrayList<Band>();
    for (var item : value.items()) {
      var section = Section.open(item, "from", "max");
      var from = section.required("from", AmountReader::level);
      var max = section.required("max", Written::number);
      section
          .build(() -> new Band(from.orElseThrow(), max.orElseThrow()))
          .ifPresent(band -> {
            if (!bands.isEmpty() && band.from().isAtMost(bands.getLast().from())) {
              section
                  .at("from")
                  .problem(
                      "%s (%s) must be above the one before (%s). Write bands from the lowest to the highest."
                          .formatted(
                              section.at("from").name(), band.from(), bands.getLast().from()));
            }
            bands.add(band);
          });
    }
    if (value.isList() && value.items().isEmpty()) {
      value.problem(
          "%s is empty. Write a band, such as { from: 0, max: 2 }, or remove the key."
              .formatted(value.name()));
    }
    return bands;
  }

  private static BigDecimal weight(String text) {
    var weight = Written.number(text);
    if (weight.signum() == 0 || weight.compareTo(BigDecimal.ONE) > 0) {
      throw new NotReadable("must be above 0 and at most 1, such as 0.1.");
    }
    return weight;
  }

  private static void refuseWithoutBands(Section section, String key) {
    if (section.has(key) && !section.has("bands")) {
      section
          .at(key)
          .problem(
              "%s is about bands, and there are none. Write bands, or remove it."
                  .formatted(section.at(key).name()));
    }
  }
}
