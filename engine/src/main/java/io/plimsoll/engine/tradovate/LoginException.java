package io.plimsoll.engine.tradovate;

import java.time.Duration;

/** No access token can be had just now. The message says why and what to do. */
public final class LoginException extends Exception {
  private static final long serialVersionUID = 1L;

  /** How long to wait before the next try. */
  private final Duration wait;

  LoginException(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  public Duration retryAfter() {
    return wait;
  }
}
