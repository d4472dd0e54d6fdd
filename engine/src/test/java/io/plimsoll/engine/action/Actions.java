package io.plimsoll.engine.action;

import java.time.Instant;

/** An action for a test, decided at {@link #NOON}. */
final class Actions {
  static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private Actions() {}

  static Action decided(ActionKind kind) {
    return Action.decided(1001, "trailing-drawdown", 3, kind, 1, "why", NOON, null);
  }

  static Action sent(ActionKind kind) {
    return decided(kind).sent(NOON);
  }
}
