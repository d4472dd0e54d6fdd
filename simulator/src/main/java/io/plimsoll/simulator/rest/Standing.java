package io.plimsoll.simulator.rest;

import java.util.Optional;

/** What a token is worth now. */
public enum Standing {
  GOOD,
  UNKNOWN,
  EXPIRED,
  /** Its session gave way to a newer login. */
  DISPLACED,
  /** Taken back when its user had too many connections. */
  REVOKED;

  /** What is said to a call with it. The texts are the vendor's. */
  public Optional<Answer> refusal() {
    return switch (this) {
      case GOOD -> Optional.empty();
      case UNKNOWN -> Optional.of(new Answer.Failed(401, "Access is denied"));
      case EXPIRED -> Optional.of(new Answer.Failed(401, "Expired Access Token"));
      case DISPLACED -> Optional.of(new Answer.Empty(408));
      case REVOKED -> Optional.of(new Answer.Failed(401, "Invalid access token"));
    };
  }
}
