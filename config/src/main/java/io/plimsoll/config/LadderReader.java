package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The two ladders of a plan: loss on the day, and margin used. */
final class LadderReader {
  private static final List<String> RUNGS = List.of("alert", "liquidate-only", "auto-liquidate");

  private LadderReader() {}

  static Optional<LossLadder> loss(Value value, Optional<Money> start, OneAnchor anchor) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var keys = Stream.concat(RUNGS.stream(), Stream.of("anchor"));
    var section = Section.open(value, keys.toArray(String[]::new));
    anchor.read(section.at("anchor"));
    var amount = AmountReader.of(EnumSet.of(Amount.Base.START, Amount.Base.ANCHOR));
    var rungs = read(section, amount);
    for (int i = 0; i < rungs.size(); i++) {
      var rung = section.at(RUNGS.get(i));
      rungs.get(i).ifPresent(a -> AmountReader.check(rung, a, start));
    }
    checkRising(section, rungs, (lower, higher) -> rises(lower, higher, start));
    return section.build(() ->
        new LossLadder(
            rungs.get(0).orElse(null), rungs.get(1).orElse(null), rungs.get(2).orElse(null)));
  }

  static Optional<MarginLadder> margin(Value value) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section = Section.open(value, RUNGS.toArray(String[]::new));
    var rungs = read(section, LadderReader::marginPercent);
    for (int i = 0; i < rungs.size(); i++) {
      var rung = section.at(RUNGS.get(i));
      rungs.get(i).ifPresent(p -> AmountReader.warnOfFraction(rung, p));
    }
    checkRising(section, rungs, (lower, higher) -> lower.compareTo(higher) < 0);
    return section.build(() ->
        new MarginLadder(
            rungs.get(0).orElse(null), rungs.get(1).orElse(null), rungs.get(2).orElse(null)));
  }

  private static <T> List<Optional<T>> read(Section section, Function<String, T> rung) {
    var rungs = new ArrayList<Optional<T>>();
    RUNGS.forEach(key -> rungs.add(section.optional(key, rung)));
    if (section.isSound() && rungs.stream().allMatch(Optional::isEmpty)) {
      section.problem("a ladder needs a rung. Write %s.".formatted(String.join(", ", RUNGS)));
    }
    return rungs;
  }

  private static BigDecimal marginPercent(String text) {
    var percent = Written.percent(text);
    if (percent.signum() == 0) {
      throw new NotReadable("must be above 0%. Leave the rung out for no limit.");
    }
    return percent;
  }

  private interface Order<T> {
    boolean rises(T lower, T higher);
  }

  private static <T> void checkRising(Section section, List<Optional<T>> rungs, Order<T> order) {
    for (int low = 0; low < rungs.size(); low++) {
      for (int high = low + 1; high < rungs.size(); high++) {
        var lower = rungs.get(low);
        var higher = rungs.get(high);
        if (lower.isPresent() && higher.isPresent() && !order.rises(lower.get(), higher.get())) {
          var value = section.at(RUNGS.get(high));
          value.problem(
              "%s (%s) must be more than %s (%s)."
                  .formatted(
                      value.name(),
                      value.written().orElse(""),
                      RUNGS.get(low),
                      section.at(RUNGS.get(low)).written().orElse("")));
          break;
        }
      }
    }
  }

  /** Rungs that cannot be compared before an account is known count as rising. */
  private static boolean rises(Amount lower, Amount higher, Optional<Money> start) {
    if (lower instanceof Amount.Percent(var low, var lowOf)
        && higher instanceof Amount.Percent(var high, var highOf)
        && lowOf == highOf) {
      return low.compareTo(high) < 0;
    }
    var lowDollars = AmountReader.atStart(lower, start);
    var highDollars = AmountReader.atStart(higher, start);
    return lowDollars.isEmpty()
        || highDollars.isEmpty()
        || lowDollars.get().isBelow(highDollars.get());
  }
}
