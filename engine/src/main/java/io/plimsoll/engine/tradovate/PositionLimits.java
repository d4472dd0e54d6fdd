package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.UserAccountPositionLimit;
import io.plimsoll.engine.tradovate.entity.UserAccountRiskParameter;

/**
 * The limits on positions set for accounts at the broker, read and put over REST. A limit is known
 * by its description, its parameter by the limit, so that putting the same again changes nothing. A
 * limit has effect only together with a parameter: put the limit first. Many threads may use one
 * instance; two instances must not put the same at once.
 */
public final class PositionLimits {
  private static final int LONGEST_DESCRIPTION = 64;

  private final Reads reads;
  private final Calls calls;

  public PositionLimits(Rest rest, Tokens tokens) {
    this.reads = new Reads(rest, tokens);
    this.calls = new Calls(rest, tokens);
  }

  /** All limits of an account. */
  public Read<UserAccountPositionLimit> of(long accountId) {
    return reads
        .deps(EntityType.USER_ACCOUNT_POSITION_LIMIT, accountId)
        .map(UserAccountPositionLimit.class::cast);
  }

  /** What is enforced where a limit applies. */
  public Read<UserAccountRiskParameter> parametersOf(long limitId) {
    return reads
        .deps(EntityType.USER_ACCOUNT_RISK_PARAMETER, limitId)
        .map(UserAccountRiskParameter.class::cast);
  }

  /**
   * Makes the limit with this description be so: updates the one there is, or creates it. What is
   * null stays as it is; the id is found. Refused where several have the description.
   *
   * @throws IllegalArgumentException when the description is absent or too long, or a word is
   *     UNKNOWN
   */
  public synchronized Put<UserAccountPositionLimit> put(UserAccountPositionLimit wanted) {
    var description = wanted.description();
    if (description == null || description.isBlank()) {
      throw new IllegalArgumentException(
          "The limit for account %d has no description. Give it one: it is found by it."
              .formatted(wanted.accountId()));
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "The description (%s) has %d characters. The broker takes %d."
              .formatted(description, description.length(), LONGEST_DESCRIPTION));
    }
    var what =
        "limits of account %d have the description (%s)".formatted(wanted.accountId(), description);
    return new Upsert<>(calls, UserAccountPositionLimit.class, wanted, wanted.accountId(), what)
        .put(limit -> description.equals(limit.path("description").asString("")));
  }

  /**
   * Makes the one parameter of its limit be so, as {@link #put(UserAccountPositionLimit)} does with
   * the limit. Refused where the limit has several.
   *
   * @throws IllegalArgumentException when a word is UNKNOWN
   */
  public synchronized Put<UserAccountRiskParameter> put(UserAccountRiskParameter wanted) {
    var limit = wanted.userAccountPositionLimitId();
    var what = "parameters belong to the limit %d".formatted(limit);
    return new Upsert<>(calls, UserAccountRiskParameter.class, wanted, limit, what)
        .put(parameter -> true);
  }
}
