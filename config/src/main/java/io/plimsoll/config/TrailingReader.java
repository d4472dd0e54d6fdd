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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code trailing-drawdown} of a plan. */
final class TrailingReader {
  private static final Pattern ABOVE_START = Pattern.compile("start\\s*\\+\\s*(\\S+)");
  private static final Pattern FREEZE = Pattern.compile("freeze\\s+at\\s+(\\S+)");
  private static final Pattern LEVEL = Pattern.compile("-?\\d.*");
  private static final Function<String, Amount> AMOUNT =
      AmountReader.of(EnumSet.of(Amount.Base.START, Amount.Base.PEAK));
  private static final Function<String, Boolean> SHIFTS =
      Written.word(Map.of("shift", true, "keep", false));

  private TrailingReader() {}

  static Optional<TrailingDrawdown> read(Value value, Optional<Money> start) {
    if (value.isAbsent()) {
      return Optional.empty();
    }
    var section =
        Section.open(
            value, "amount", "basis", "moves", "cap", "floor", "breach", "then", "until", "flows");
    var amount =
        section.has("floor")
            ? section.optional("amount", AMOUNT)
            : section.required("amount", AMOUNT);
    var basis = section.optional("basis", Written.word(Basis.class)).orElse(Basis.EQUITY);
    // A floor that is written as a level can only stay where it is.
    Moves usual = section.has("floor") ? new Moves.Never() : new Moves.AtTick();
    var moves = section.optional("moves", TrailingReader::moves).orElse(usual);
    var cap = section.optional("cap", TrailingReader::cap).orElse(new Cap.None());
    var floor = section.optional("floor", AmountReader::level);
    var breach = section.optional("breach", Written.word(Breach.class)).orElse(Breach.AT_OR_BELOW);
    var then = section.optional("then", Consequence.WORD).orElse(Restriction.LIQUIDATE_AND_LOCK);
    var until = section.optional("until", Written.word(Until.class)).orElse(Until.A_PERSON);
    var shifts = section.optional("flows", SHIFTS).orElse(true);
    amount.ifPresent(a -> TrailingCheck.amount(section.at("amount"), a, moves, start));
    TrailingCheck.cap(section.at("cap"), cap, moves, amount, start);
    floor.ifPresent(line -> TrailingCheck.floor(section.at("floor"), line, moves, amount, start));
    return section.build(() ->
        new TrailingDrawdown(
            amount.or(() -> above(floor, start)).orElseThrow(),
            basis,
            moves,
            cap,
            floor.orElse(null),
            breach,
            then,
            until,
            shifts));
  }

  /** The warnings are shares of the way from the start to the floor. */
  private static Optional<Amount> above(Optional<Money> floor, Optional<Money> start) {
    return floor.flatMap(line -> start.map(s -> new Amount.Fixed(s.minus(line))));
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
    if (!LEVEL.matcher(written).matches()) {
      throw new NotReadable(
          "is not known. Write none, start, start + 100, 50100 or freeze at 115000.");
    }
    return new Cap.AtLevel(AmountReader.level(written));
  }
}
