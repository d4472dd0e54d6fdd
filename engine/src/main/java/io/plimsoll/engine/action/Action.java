package io.plimsoll.engine.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision to do one thing to one account, and what became of it.
 *
 * @param limit the limit that was reached, and {@code latching} its number: with kind and attempt
 *     they make the key, which any life of the process computes alike
 * @param reason for the broker's record and for people; no secrets
 * @param notAfter not sent later than this; null for no end
 * @param dueAt not sent earlier than this; after a refusal that may pass
 * @param sentAt when the request left, our time; null before
 * @param answeredAt when the answer came; null when none came
 * @param answer what the broker answered, for people
 * @param endedAt null while it is under way
 * @param outcome why it ended, for people
 */
public record Action(
    long accountId,
    String limit,
    long latching,
    ActionKind kind,
    int attempt,
    String reason,
    State state,
    Instant decidedAt,
    Instant dueAt,
    @Nullable Instant notAfter,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    @Nullable Instant endedAt,
    @Nullable String outcome) {

  /** Where an action stands. */
  public enum State {
    /** Committed, not sent. */
    PENDING,
    /** Sent, or about to be: it may have reached the broker. */
    IN_FLIGHT,
    /** The broker's own facts show its effect. */
    VERIFIED,
    /** Its cause is gone, or a person stepped in, before it was needed. */
    CANCELLED,
    /** Given up, with an alarm. What is required of the account stands. */
    DEAD
  }

  public static Action decided(
      long accountId,
      String limit,
      long latching,
      ActionKind kind,
      int attempt,
      String reason,
      Instant now,
      @Nullable Instant notAfter) {
    return new Action(
        accountId,
        limit,
        latching,
        kind,
        attempt,
        reason,
        State.PENDING,
        now,
        now,
        notAfter,
        null,
        null,
        null,
        null,
        null);
  }

  /** Unique for ever: account, limit, number of its latching, step, attempt. */
  public String key() {
    return step() + "/" + attempt;
  }

  /** The key without the attempt. */
  public String step() {
    return accountId + "/" + limit + "/" + latching + "/" + kind.word();
  }

  public boolean isUnderWay() {
    return state == State.PENDING || state == State.IN_FLIGHT;
  }

  public Action sent(Instant now) {
    return with(State.IN_FLIGHT, dueAt, now, null, null, null, null);
  }

  public Action answered(Instant now, String text) {
    return with(state, dueAt, sentAt, now, text, null, null);
  }

  /** The broker surely did not execute it; it may leave again then, until the new end. */
  public Action postponed(Instant due, @Nullable Instant end, Instant now, String text) {
    return new Action(
        accountId,
        limit,
        latching,
        kind,
        attempt,
        reason,
        State.PENDING,
        decidedAt,
        due,
        end,
        null,
        now,
        text,
        null,
        null);
  }

  public Action ended(State end, Instant now, String why) {
    return with(end, dueAt, sentAt, answeredAt, answer, now, why);
  }

  /** After a restart the facts are new, so an unsent action is as good as one decided now. */
  public Action revived() {
    return state == State.PENDING
        ? new Action(
            accountId,
            limit,
            latching,
            kind,
            attempt,
            reason,
            state,
            decidedAt,
            dueAt,
            null,
            null,
            answeredAt,
            answer,
            null,
            null)
        : this;
  }

  /** The same step once more, after a read-back has shown that the first had no effect. */
  public Action nextAttempt(Instant now, @Nullable Instant end) {
    return decided(accountId, limit, latching, kind, attempt + 1, reason, now, end);
  }

  private Action with(
      State next,
      Instant due,
      @Nullable Instant sent,
      @Nullable Instant answeredTime,
      @Nullable String text,
      @Nullable Instant ended,
      @Nullable String why) {
    return new Action(
        accountId,
        limit,
        latching,
        kind,
        attempt,
        reason,
        next,
        decidedAt,
        due,
        notAfter,
        sent,
        answeredTime,
        text,
        ended,
        why);
  }
}
