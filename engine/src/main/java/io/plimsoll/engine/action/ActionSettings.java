package io.plimsoll.engine.action;

import java.time.Duration;

/**
 * How account actions are carried out.
 *
 * @param by the endpoints used to liquidate
 * @param verifyWithin an action the facts have not shown after this long raises an alert
 * @param liquidateWithin a liquidation not sent within this time of its decision is dead
 * @param reasonCode {@code adminActionReasonCode} of {@code setadminautoliqaction}
 */
public record ActionSettings(
    By by, Duration verifyWithin, Duration liquidateWithin, String reasonCode) {

  /** With admin right, or order by order without it. */
  public enum By {
    /** {@code accountRiskStatus/setadminautoliqaction}; demo host only. */
    ADMIN,
    /** {@code order/liquidateposition} for each contract; can neither lock nor restrict. */
    ORDERS
  }
}
