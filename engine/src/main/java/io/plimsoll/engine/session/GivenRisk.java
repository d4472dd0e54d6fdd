package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;

/** A given account: clear of all limits, all inputs known, no action under way. */
public record GivenRisk(GivenRecord<AccountRisk> risk) implements Given {
  public GivenRisk account(long id) {
    return with("accountId", id);
  }

  public GivenRisk plan(String name) {
    return with("plan", name);
  }

  public GivenRisk trailing(Level level) {
    return with("trailing", level);
  }

  public GivenRisk trailingBand(String band) {
    return with("trailingBand", band);
  }

  public GivenRisk trailingConsequence(Restriction restriction) {
    return with("trailingConsequence", restriction);
  }

  public GivenRisk dayLoss(Rung rung) {
    return with("dayLoss", rung);
  }

  public GivenRisk margin(Rung rung) {
    return with("margin", rung);
  }

  public GivenRisk liquidateOnlyLevel(Level level) {
    return with("liquidateOnlyLevel", level);
  }

  public GivenRisk liquidateOnlyConsequence(Restriction restriction) {
    return with("liquidateOnlyConsequence", restriction);
  }

  public GivenRisk quality(DataQuality quality) {
    return with("quality", quality);
  }

  public GivenRisk proof(ActionProof proof) {
    return with("proof", proof);
  }

  @Override
  public AccountRisk fact() {
    return risk.fact();
  }

  private GivenRisk with(String part, Object value) {
    return new GivenRisk(risk.with(part, value));
  }
}
