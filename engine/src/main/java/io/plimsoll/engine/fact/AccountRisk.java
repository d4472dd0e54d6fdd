package io.plimsoll.engine.fact;

import java.util.Set;

/**
 * Where an account stands against its limits, in states only. Never null; a state whose inputs are
 * unknown stands as it last was. The numbers are in {@link AccountFigures}. A consequence is what
 * the plan asks for when the limit is reached; {@code NONE} where it only tells, and while acting
 * is in doubt.
 *
 * @param plan the name of the plan that holds the account; {@code none} when none matches
 * @param planNotApplied whether a limit cannot be held because the start balance is unknown
 * @param trailing against the trailing floor; {@code REACHED} is latched
 * @param trailingBand the highest warning reached while {@code NEAR}, such as {@code 90%}; else
 *     empty
 * @param trailingSeeded the peak is only a lower bound, since history is missing
 * @param trailingUncertain equity lies between the lowest and the highest floor that may be true
 * @param closeMissed closes went by unseen at which the floor may have risen
 * @param floorDrift the broker's own floor is stricter than the plan's
 * @param dayLoss the highest rung of the day's loss; rungs above {@code ALERT} are latched
 * @param dayLossRungs every rung of the day's loss that is reached, those above {@code ALERT} until
 *     the reset
 * @param dayLossLimit against the plan's limit of the day's loss; latched, as the three after it
 * @param margin the highest rung of margin used; rungs above {@code ALERT} are latched
 * @param marginRungs every rung of margin used that is reached, likewise
 * @param liquidateOnlyLevel against the broker's {@code liqOnlyLevel}; latched when the plan asks
 *     for a restriction, as the next
 * @param autoLiqLevel against the broker's {@code autoLiqLevel}
 * @param contractsOver the contract limits that are exceeded: {@code overall}, a product, a group
 * @param consistency whether the best day is too large a share of the profit
 * @param flatBy whether something is open after the time by which nothing may be
 * @param newsWindows the news windows in which something is open
 * @param flattenDue whether something is open at the broker's flatten time
 * @param flattenMissed whether that time went by unseen with something open
 * @param settingsWeakened the broker's settings that were made weaker in this session
 * @param resetSuspected whether the broker seems to have reset the account; actions are proposals
 * @param anchorPending whether a limit of the day or week waits for its anchor
 * @param percentLimitsOff whether percentages do not apply, since the anchor is not positive
 * @param unpriced contracts held that have no price
 * @param disarmed limits that a person let off, until they were seen not in breach
 * @param suspicious the broker's settings that look like a mistake
 * @param quality whether an input is unknown just now
 * @param proof how the account's actions stand
 */
public record AccountRisk(
    long accountId,
    String plan,
    boolean planNotApplied,
    Level trailing,
    String trailingBand,
    Restriction trailingConsequence,
    boolean trailingSeeded,
    boolean trailingUncertain,
    boolean closeMissed,
    boolean floorDrift,
    Rung dayLoss,
    Set<Rung> dayLossRungs,
    Level dayLossLimit,
    Restriction dayLossConsequence,
    Level weekLoss,
    Restriction weekLossConsequence,
    Level dayProfit,
    Restriction dayProfitConsequence,
    Level weekProfit,
    Restriction weekProfitConsequence,
    Rung margin,
    Set<Rung> marginRungs,
    Level liquidateOnlyLevel,
    Restriction liquidateOnlyConsequence,
    Level autoLiqLevel,
    Restriction autoLiqConsequence,
    Set<String> contractsOver,
    Restriction contractsConsequence,
    Level consistency,
    Restriction consistencyConsequence,
    boolean flatBy,
    Set<String> newsWindows,
    boolean flattenDue,
    boolean flattenMissed,
    Set<String> settingsWeakened,
    boolean resetSuspected,
    boolean anchorPending,
    boolean percentLimitsOff,
    Set<String> unpriced,
    Set<String> disarmed,
    Set<String> suspicious,
    DataQuality quality,
    ActionProof proof)
    implements Scoped {

  public AccountRisk {
    dayLossRungs = Set.copyOf(dayLossRungs);
    marginRungs = Set.copyOf(marginRungs);
    contractsOver = Set.copyOf(contractsOver);
    newsWindows = Set.copyOf(newsWindows);
    settingsWeakened = Set.copyOf(settingsWeakened);
    unpriced = Set.copyOf(unpriced);
    disarmed = Set.copyOf(disarmed);
    suspicious = Set.copyOf(suspicious);
  }

  @Override
  public Scope scope() {
    return new Scope.OfAccount(accountId);
  }
}
