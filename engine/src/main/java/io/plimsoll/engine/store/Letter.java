package io.plimsoll.engine.store;

import io.plimsoll.engine.alert.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way, as it lies in the outbox.
 *
 * @param tries made so far
 * @param dueAt not tried earlier
 * @param notAfter given up after this
 * @param reason why the last try failed, or why it was given up
 */
public record Letter(
    Notification notification,
    State state,
    int tries,
    Instant dueAt,
    Instant notAfter,
    @Nullable String reason) {

  /** Where a letter stands. */
  public enum State {
    PENDING,
    DELIVERED,
    /** Given up, with an alarm. */
    DEAD
  }

  public Letter delivered() {
    return new Letter(notification, State.DELIVERED, tries + 1, dueAt, notAfter, null);
  }

  public Letter retry(Instant due, String why) {
    return new Letter(notification, State.PENDING, tries + 1, due, notAfter, why);
  }

  public Letter dead(String why) {
    return new Letter(notification, State.DEAD, tries + 1, dueAt, notAfter, why);
  }
}
