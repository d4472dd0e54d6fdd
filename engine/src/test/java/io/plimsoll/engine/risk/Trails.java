package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.time.LocalTime;

/** A trailing drawdown for a test. */
record Trails(TrailingDrawdown drawdown) {
  /** 2,000 on equity at each tick, no cap, at or below, liquidate and lock, until a person. */
  static Trails trail() {
    return new Trails(
        new TrailingDrawdown(
            new Amount.Fixed(Money.of(2_000)),
            Basis.EQUITY,
            new Moves.AtTick(),
            new Cap.None(),
            Breach.AT_OR_BELOW,
            Restriction.LIQUIDATE_AND_LOCK,
            Until.A_PERSON));
  }

  /** 2,000 on the balance at the session's close. */
  static Trails endOfDay() {
    return trail().basis(Basis.BALANCE).moves(new Moves.AtClose());
  }

  Trails fixed(String amount) {
    return amount(new Amount.Fixed(Money.of(amount)));
  }

  Trails percent(String percent, Amount.Base of) {
    return amount(new Amount.Percent(new BigDecimal(percent), of));
  }

  Trails amount(Amount amount) {
    var d = drawdown;
    return with(amount, d.basis(), d.moves(), d.cap(), d.breach(), d.consequence(), d.until());
  }

  Trails basis(Basis basis) {
    var d = drawdown;
    return with(d.amount(), basis, d.moves(), d.cap(), d.breach(), d.consequence(), d.until());
  }

  Trails moves(Moves moves) {
    var d = drawdown;
    return with(d.amount(), d.basis(), moves, d.cap(), d.breach(), d.consequence(), d.until());
  }

  Trails movesAt(String time) {
    return moves(new Moves.AtClock(LocalTime.parse(time)));
  }

  Trails cap(Cap cap) {
    var d = drawdown;
    return with(d.amount(), d.basis(), d.moves(), cap, d.breach(), d.consequence(), d.until());
  }

  Trails below() {
    var d = drawdown;
    return with(
        d.amount(), d.basis(), d.moves(), d.cap(), Breach.BELOW, d.consequence(), d.until());
  }

  Trails then(Restriction consequence) {
    var d = drawdown;
    return with(d.amount(), d.basis(), d.moves(), d.cap(), d.breach(), consequence, d.until());
  }

  Trails until(Until until) {
    var d = drawdown;
    return with(d.amount(), d.basis(), d.moves(), d.cap(), d.breach(), d.consequence(), until);
  }

  private static Trails with(
      Amount amount,
      Basis basis,
      Moves moves,
      Cap cap,
      Breach breach,
      Restriction consequence,
      Until until) {
    return new Trails(new TrailingDrawdown(amount, basis, moves, cap, breach, consequence, until));
  }
}
