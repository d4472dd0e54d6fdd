package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.PeriodLimit.Step;
import io.plimsoll.engine.risk.Until;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The single limits of a plan on loss and profit, of a day or a week. */
final class PeriodReader {
  private static final Function<String, Amount> AMOUNT =
      AmountReader.of(EnumSet.of(Amount.Base.START, Amount.Base.ANCHOR));
  private static final Function<String, Breach> LOSS = Written.word(Breach.class);
  private static final Function<String, Breach> PROFIT =
      Written.word(
          Map.of(
              "at-or-above", Breach.AT_OR_BELOW,
              "above", Breach.BELOW,
              "at-or-below", Breach.AT_OR_BELOW,
              "below", Breach.BELOW));
  private static final Function<String, Boolean> REALIZED =
      Written.word(Map.of("equity", false, "realized", true));
  private static final Function<String, Boolean> AT_ONCE =
      Written.word(Map.of("now", true, "at-once", true, "next-reset", false));

  private final Until soft;
  private final OneAnchor anchor;
  private final Optional<Money> start;

  /**
   * @param soft the reset of the limit's own period
   */
  PeriodReader(Until soft, OneAnchor anchor, Optional<Money> start) {
    this.soft = soft;
    this.anchor = anchor;
    this.start = start;
  }

  Optional<PeriodLimit> loss(Value value) {
    return read(value, LOSS, AmountReader::checkBelowStart);
  }

  Optional<PeriodLimit> profit(Value value) {
    return read(value, PROFIT, (amount, read, began) -> {});
  }

  private interface Check {
    void check(Value value, Amount amount, Optional<Money> start);
  }

  private Optional<PeriodLimit> read(Value value, Function<String, Breach> words, Check also) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section =
        Section.open(
            value, "amount", "anchor", "breach", "on", "then", "until", "steps", "steps-at");
    var amount = section.required("amount", AMOUNT);
    amount.ifPresent(a -> {
      AmountReader.check(section.at("amount"), a, start);
      also.check(section.at("amount"), a, start);
    });
    anchor.read(section.at("anchor"));
    var breach = section.optional("breach", words).orElse(Breach.AT_OR_BELOW);
    var realized = section.optional("on", REALIZED).orElse(false);
    var then = section.optional("then", Consequence.WORD).orElse(Restriction.LIQUIDATE_AND_LOCK);
    var until = section.optional("until", Written.word(Until.class)).map(this::own).orElse(soft);
    var steps = steps(section.at("steps"));
    var atOnce = section.optional("steps-at", AT_ONCE).orElse(false);
    if (section.has("steps-at") && !section.has("steps")) {
      section
          .at("steps-at")
          .problem(
              "%s says when steps count, and there are none. Write steps, or remove it."
                  .formatted(section.at("steps-at").name()));
    }
    return section.build(
        () -> new PeriodLimit(amount.orElseThrow(), steps, atOnce, breach, realized, then, until));
  }

  /** The next reset that ends a limit of the week is the week's. */
  private Until own(Until written) {
    return written == Until.NEXT_RESET ? soft : written;
  }

  private List<Step> steps(Value value) {
    var steps = new ArrayList<Step>();
    for (var item : value.items()) {
      var section = Section.open(item, "from", "amount");
      var from = section.required("from", AmountReader::level);
      var amount = section.required("amount", AMOUNT);
      amount.ifPresent(a -> AmountReader.check(section.at("amount"), a, start));
      section
          .build(() -> new Step(from.orElseThrow(), amount.orElseThrow()))
          .ifPresent(step -> add(steps, step, section.at("from")));
    }
    if (value.isList() && value.items().isEmpty()) {
      value.problem(
          "%s is empty. Write a step, such as { from: 106000, amount: 3500 }, or remove the key."
              .formatted(value.name()));
    }
    return steps;
  }

  private static void add(List<Step> steps, Step step, Value from) {
    if (!steps.isEmpty() && step.from().isAtMost(steps.getLast().from())) {
      from.problem(
          "%s (%s) must be above the one before (%s). Write steps from the lowest to the highest."
              .formatted(from.name(), step.from(), steps.getLast().from()));
    }
    steps.add(step);
  }
}
