package io.plimsoll.engine.fact;

/**
 * Where an account stands against its limits, in states only. Never null; a state whose inputs are
 * unknown stands as it last was. The numbers are in {@link AccountFigures}.
 *
 * @param plan the name of the plan that holds the account; {@code none} when none matches
 * @param trailing against the trailing floor; {@code REACHED} is latched
 * @param trailingBand the highest warning reached while {@code NEAR}, such as {@code 90%}; else
 *     empty
 * @param trailingConsequence what the plan asks for at the floor; {@code NONE} also while the peak
 *     is only estimated
 * @param dayLoss the highest rung of the day's loss; rungs above {@code ALERT} are latched
 * @param margin the highest rung of margin used; rungs above {@code ALERT} are latched
 * @param liquidateOnlyLevel against the broker's {@code liqOnlyLevel}; latched when the plan asks
 *     for a restriction
 * @param liquidateOnlyConsequence what the plan asks for at that level
 * @param quality whether an input is unknown just now
 * @param proof how the account's actions stand
 */
public record AccountRisk(
    long accountId,
    String plan,
    Level trailing,
    String trailingBand,
    Restriction trailingConsequence,
    Rung dayLoss,
    Rung margin,
    Level liquidateOnlyLevel,
    Restriction liquidateOnlyConsequence,
    DataQuality quality,
    ActionProof proof)
    implements Scoped {

  @Override
  public Scope scope() {
    return new Scope.OfAccount(accountId);
  }

  public AccountRisk withProof(ActionProof next) {
    return new AccountRisk(
        accountId,
        plan,
        trailing,
        trailingBand,
        trailingConsequence,
        dayLoss,
        margin,
        liquidateOnlyLevel,
        liquidateOnlyConsequence,
        quality,
        next);
  }
}
