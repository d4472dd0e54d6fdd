package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Consistency;
import io.plimsoll.engine.risk.Consistency.Passes;
import java.util.Optional;

/** {@code consistency} of a plan. */
final class ConsistencyReader {
  private ConsistencyReader() {}

  static Optional<Consistency> read(Value value) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section = Section.open(value, "best-day", "passes", "then");
    var bestDay = section.required("best-day", AmountReader::share);
    bestDay.ifPresent(share -> AmountReader.warnOfFraction(section.at("best-day"), share));
    var passes = section.optional("passes", Written.word(Passes.class)).orElse(Passes.AT_OR_BELOW);
    var then = section.optional("then", Consequence.WORD).orElse(Restriction.NONE);
    return section.build(() -> new Consistency(bestDay.orElseThrow(), passes, then));
  }
}
