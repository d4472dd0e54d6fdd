package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.risk.Until;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code trailing-drawdown} of a plan. */
final class TrailingReader {
  private static final Pattern ABOVE_START = Pattern.compile("start\\s*\\+\\s*(\\S+)");
  private static final Pattern FREEZE = Pattern.compile("freeze\\s+at\\s+(\\S+)");

  private TrailingReader() {}

  static Optional<TrailingDrawdown> read(Value value, Optional<Money> start) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section = Section.open(value, "amount", "basis", "moves", "cap", "breach", "then", "until");
    var amount =
        section.required(
            "amount", AmountReader.of(EnumSet.of(Amount.Base.START, Amount.Base.PEAK)));
    var basis = section.optional("basis", Written.word(Basis.class)).orElse(Basis.EQUITY);
    var moves = section.optional("moves", TrailingReader::moves).orElse(new Moves.AtTick());
    var cap = section.optional("cap", TrailingReader::cap).orElse(new Cap.None());
    var breach = section.optional("breach", Written.word(Breach.class)).orElse(Breach.AT_OR_BELOW);
    var then = section.optional("then", Consequence.WORD).orElse(Restriction.LIQUIDATE_AND_LOCK);
    var until = section.optional("until", Written.word(Until.class)).orElse(Until.A_PERSON);
    amount.ifPresent(a -> check(section, a, moves, cap, start));
    return section.build(
        () -> new TrailingDrawdown(amount.orElseThrow(), basis, moves, cap, breach, then, until));
  }

  private static Moves moves(String text) {
    return switch (text.strip()) {
      case "tick" -> new Moves.AtTick();
      case "close" -> new Moves.AtClose();
      case "never" -> new Moves.Never();
      case String other when other.contains(":") -> new Moves.AtClock(Written.time(other));
      default ->
          throw new NotReadable(
              "is not known. Write tick, close, never, or a time such as \"16:00\".");
    };
  }

  private static Cap cap(String text) {
    var written = text.strip();
    if (written.equals("none")) {
      return new Cap.None();
    }
    if (written.equals("start")) {
      return new Cap.AtStart(Money.ZERO);
    }
    var aboveStart = ABOVE_START.matcher(written);
    if (aboveStart.matches()) {
      return new Cap.AtStart(AmountReader.dollars(aboveStart.group(1)));
    }
    var freeze = FREEZE.matcher(written);
    if (freeze.matches()) {
      return new Cap.FreezeAt(AmountReader.dollars(freeze.group(1)));
    }
    if (written.isEmpty() || !Character.isDigit(written.charAt(0))) {
      throw new NotReadable(
          "is not known. Write none, start, start + 100, 50100 or freeze at 115000.");
    }
    return new Cap.AtLevel(AmountReader.dollars(written));
  }

  private static void check(
      Section section, Amount amount, Moves moves, Cap cap, Optional<Money> start) {
    var name = section.at("amount").name();
    AmountReader.warnOfFraction(section.at("amount"), amount);
    if (moves instanceof Moves.Never && !(cap instanceof Cap.None)) {
      section
          .at("cap")
          .problem("a floor that never moves needs no cap. Remove the cap, or moves: never.");
    }
    if (moves instanceof Moves.Never && isOfPeak(amount)) {
      section
          .at("amount")
          .problem("%s follows the peak, and moves is never. Use start.".formatted(name));
    }
    if (start.isEmpty()) {
      return;
    }
    if (amount instanceof Amount.Fixed(var money) && !money.isBelow(start.get())) {
      section
          .at("amount")
          .problem("%s (%s) must be below start (%s).".formatted(name, money, start.get()));
    }
    if (cap instanceof Cap.FreezeAt(var milestone) && milestone.isAtMost(start.get())) {
      section
          .at("cap")
          .problem(
              "the milestone (%s) must be above start (%s).".formatted(milestone, start.get()));
    }
  }

  private static boolean isOfPeak(Amount amount) {
    return amount instanceof Amount.Percent(var _, var of) && of == Amount.Base.PEAK;
  }
}
