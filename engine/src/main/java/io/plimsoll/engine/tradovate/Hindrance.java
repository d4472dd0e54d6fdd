package io.plimsoll.engine.tradovate;

import java.time.Duration;

/**
 * How we stand with the broker, told when it becomes so or is met again: trouble that people must
 * hear of, and what ends it.
 */
public sealed interface Hindrance {
  /**
   * It answered 429 or 423. Nothing tells when that is over but that it is not said any more.
   *
   * @param pause how long reads wait
   */
  record Limited(String endpoint, int status, Duration pause) implements Hindrance {}

  /** A call was not sent, since the budget of this name has no room. Over likewise. */
  record BudgetUsedUp(String budget) implements Hindrance {}

  /** No login until later; ends with {@link LoggedIn}. */
  record LoginRefused(String user) implements Hindrance {}

  record LoggedIn(String user) implements Hindrance {}

  /** Only a person can go on, in the broker's own client; ends with {@link CaptchaPassed}. */
  record CaptchaWanted(String endpoint) implements Hindrance {}

  record CaptchaPassed(String endpoint) implements Hindrance {}

  /**
   * The broker closed this connection since there are too many: another program runs with the same
   * user. Ends when the link is up and stays so.
   *
   * @param code {@code ConnectionQuotaReached} or {@code IPQuotaReached}
   */
  record QuotaReached(String link, String code) implements Hindrance {}

  record LinkUp(String link) implements Hindrance {}

  record LinkDown(String link) implements Hindrance {}
}
