package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import java.util.EnumSet;
import java.util.Set;

/**
 * A given account: clear of all limits, all inputs known, no action under way. Each method sets the
 * part of {@link AccountRisk} that has its name; one without an argument says that it is so.
 */
public record GivenRisk(GivenRecord<AccountRisk> risk) implements Given {
  public GivenRisk account(long id) {
    return with("accountId", id);
  }

  public GivenRisk plan(String name) {
    return with("plan", name);
  }

  public GivenRisk planNotApplied() {
    return with("planNotApplied", true);
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

  public GivenRisk trailingSeeded() {
    return with("trailingSeeded", true);
  }

  public GivenRisk trailingUncertain() {
    return with("trailingUncertain", true);
  }

  public GivenRisk closeMissed() {
    return with("closeMissed", true);
  }

  public GivenRisk floorDrift() {
    return with("floorDrift", true);
  }

  /** This rung of the day's loss, and those below it. */
  public GivenRisk dayLoss(Rung rung) {
    return with("dayLoss", rung).with("dayLossRungs", upTo(rung));
  }

  public GivenRisk dayLossLimit(Level level) {
    return with("dayLossLimit", level);
  }

  public GivenRisk dayLossConsequence(Restriction restriction) {
    return with("dayLossConsequence", restriction);
  }

  public GivenRisk weekLoss(Level level) {
    return with("weekLoss", level);
  }

  public GivenRisk weekLossConsequence(Restriction restriction) {
    return with("weekLossConsequence", restriction);
  }

  public GivenRisk dayProfit(Level level) {
    return with("dayProfit", level);
  }

  public GivenRisk dayProfitConsequence(Restriction restriction) {
    return with("dayProfitConsequence", restriction);
  }

  public GivenRisk weekProfit(Level level) {
    return with("weekProfit", level);
  }

  public GivenRisk weekProfitConsequence(Restriction restriction) {
    return with("weekProfitConsequence", restriction);
  }

  /** This rung of margin used, and those below it. */
  public GivenRisk margin(Rung rung) {
    return with("margin", rung).with("marginRungs", upTo(rung));
  }

  private static Set<Rung> upTo(Rung rung) {
    return rung == Rung.NONE ? Set.of() : Set.copyOf(EnumSet.range(Rung.ALERT, rung));
  }

  public GivenRisk liquidateOnlyLevel(Level level) {
    return with("liquidateOnlyLevel", level);
  }

  public GivenRisk liquidateOnlyConsequence(Restriction restriction) {
    return with("liquidateOnlyConsequence", restriction);
  }

  public GivenRisk autoLiqLevel(Level level) {
    return with("autoLiqLevel", level);
  }

  public GivenRisk autoLiqConsequence(Restriction restriction) {
    return with("autoLiqConsequence", restriction);
  }

  public GivenRisk contractsOver(String... limits) {
    return with("contractsOver", Set.of(limits));
  }

  public GivenRisk contractsConsequence(Restriction restriction) {
    return with("contractsConsequence", restriction);
  }

  public GivenRisk consistency(Level level) {
    return with("consistency", level);
  }

  public GivenRisk consistencyConsequence(Restriction restriction) {
    return with("consistencyConsequence", restriction);
  }

  public GivenRisk flatBy() {
    return with("flatBy", true);
  }

  public GivenRisk newsWindows(String... names) {
    return with("newsWindows", Set.of(names));
  }

  public GivenRisk flattenDue() {
    return with("flattenDue", true);
  }

  public GivenRisk flattenMissed() {
    return with("flattenMissed", true);
  }

  public GivenRisk settingsWeakened(String... settings) {
    return with("settingsWeakened", Set.of(settings));
  }

  public GivenRisk resetSuspected() {
    return with("resetSuspected", true);
  }

  public GivenRisk anchorPending() {
    return with("anchorPending", true);
  }

  public GivenRisk percentLimitsOff() {
    return with("percentLimitsOff", true);
  }

  public GivenRisk unpriced(String... contracts) {
    return with("unpriced", Set.of(contracts));
  }

  public GivenRisk disarmed(String... limits) {
    return with("disarmed", Set.of(limits));
  }

  public GivenRisk suspicious(String... settings) {
    return with("suspicious", Set.of(settings));
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
