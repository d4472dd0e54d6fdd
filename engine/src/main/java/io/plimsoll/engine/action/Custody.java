package io.plimsoll.engine.action;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is required of an account and whose the restriction in force is. Durable.
 *
 * @param required the strictest restriction asked for by open episodes that may act
 * @param flat whether some of them want everything closed besides
 * @param lastSeen the admin action last seen in the facts; null before the first
 * @param ours the restriction we set; null when we set none or it was lifted
 * @param stuck why no further step goes by itself; null when one may
 * @param attempts used so far, by step; those of the oldest latchings are forgotten in the end
 */
public record Custody(
    Restriction required,
    boolean flat,
    @Nullable AdminAction lastSeen,
    @Nullable Ours ours,
    @Nullable Stuck stuck,
    SortedMap<String, Integer> attempts) {

  public static final Custody FREE =
      new Custody(Restriction.NONE, false, null, null, null, new TreeMap<>());
  private static final Duration UNANSWERED = Duration.ofSeconds(5);
  private static final int MOST_STEPS = 64;

  public Custody {
    attempts = Collections.unmodifiableSortedMap(new TreeMap<>(attempts));
  }

  /**
   * A restriction that we set.
   *
   * @param action what was sent to the broker
   * @param limit whose latching asked for it
   */
  public record Ours(AdminAction action, Instant from, Instant to, String limit, long latching) {}

  /** Why a person must decide, and how rules see it. */
  public record Stuck(ActionProof proof, String reason) {}

  /** Another requirement is another decision: what was stuck may move again. */
  public Custody require(Restriction restriction, boolean closing) {
    return restriction == required && closing == flat
        ? this
        : new Custody(restriction, closing, lastSeen, ours, null, attempts);
  }

  /** An admin action that is unknown says nothing: what was seen before it stands. */
  public Custody saw(AdminAction action) {
    return action == lastSeen || action == AdminAction.UNKNOWN
        ? this
        : new Custody(required, flat, action, ours, stuck, attempts);
  }

  public Custody stuck(ActionProof proof, String reason) {
    return new Custody(required, flat, lastSeen, ours, new Stuck(proof, reason), attempts);
  }

  /** The number of the next attempt at a step; each is used once. */
  public int nextAttempt(String step) {
    return attempts.getOrDefault(step, 0) + 1;
  }

  public Custody tried(String step, int attempt) {
    var more = new TreeMap<>(attempts);
    more.put(step, attempt);
    while (more.size() > MOST_STEPS) {
      more.remove(Collections.min(more.keySet(), Comparator.comparingLong(Custody::latching)));
    }
    return new Custody(required, flat, lastSeen, ours, stuck, more);
  }

  /** Of a step as {@link Action#step()} writes it. */
  private static long latching(String step) {
    int end = step.lastIndexOf('/');
    return Long.parseLong(step.substring(step.lastIndexOf('/', end - 1) + 1, end));
  }

  public Custody proven(Action action) {
    var sent = action.sentAt();
    if (action.kind() == ActionKind.UNLOCK) {
      return new Custody(required, flat, lastSeen, null, stuck, attempts);
    }
    if (sent == null) {
      return this;
    }
    var answered = action.answeredAt() == null ? sent.plus(UNANSWERED) : action.answeredAt();
    return Steps.adminAction(action.kind())
        .map(set -> new Ours(set, sent, answered, action.limit(), action.latching()))
        .map(set -> new Custody(required, flat, lastSeen, set, stuck, attempts))
        .orElse(this);
  }

  public Custody released() {
    return new Custody(Restriction.NONE, false, lastSeen, null, null, attempts);
  }

  /** A person has lifted a restriction: it is weaker now, and no unlock of ours explains it. */
  public boolean isRelease(AccountView view, boolean unlocking) {
    return lastSeen != null
        && !unlocking
        && isSetByPeople(view.adminAction())
        && AccountView.strictness(view.adminAction()) < AccountView.strictness(lastSeen);
  }

  /** The broker's own machinery sets the others for a while; that releases nobody. */
  private static boolean isSetByPeople(AdminAction action) {
    return action == AdminAction.Normal || action == AdminAction.LiquidateOnlyModeImmediately;
  }

  /** Whether the restriction in the facts is the one we set, within the skew of the clocks. */
  public boolean isOurs(AccountView view) {
    var stamp = view.adminTimestamp();
    return ours != null
        && stamp != null
        && view.adminAction() == ours.action()
        && !stamp.isBefore(ours.from().minus(ReadBack.CLOCK_SKEW))
        && !stamp.isAfter(ours.to().plus(ReadBack.CLOCK_SKEW));
  }
}
