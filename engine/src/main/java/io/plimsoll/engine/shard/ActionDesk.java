package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.action.ReadBack;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.tradovate.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is required of an account into actions, one at a time, and follows each until the
 * facts prove it. Decides; what leaves is sent by the courier, after the commit. One thread.
 */
final class ActionDesk {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofMinutes(1);
  private static final Duration AFTER_LIMIT = Duration.ofSeconds(30);
  private static final Duration AFTER_CLOSED = Duration.ofMinutes(1);
  private static final int MOST_ATTEMPTS = 3;

  private final ActionSettings settings;
  private final Courier courier;
  private final Episodes episodes;
  private final Supplier<Duration> silence;
  private final Set<String> uncommitted = new HashSet<>();
  private final Set<String> unanswered = new HashSet<>();

  /** Carries out what is on disk. Called from the store's thread; must not block. */
  interface Courier {
    /** The decision is durable: the shard may send it. */
    void committed(Action action);

    /** It is over: what of it has not left yet must not leave. */
    void ended(String actionKey);

    /** That it leaves now is durable: it is sent, and the shard told the answer. */
    void send(Action action, AccountView view);
  }

  /**
   * @param silence for how long nothing has been heard of the broker
   */
  ActionDesk(
      ActionSettings settings, Courier courier, Episodes episodes, Supplier<Duration> silence) {
    this.settings = settings;
    this.courier = courier;
    this.episodes = episodes;
    this.silence = silence;
  }

  /**
   * Brings the account's actions forward as far as they can go now.
   *
   * <p>By what its open episodes require of it.
   */
  void decide(Watch watch, Instant now, Outcome out) {
    long account = watch.accountId;
    watch.become(watch.custody.require(episodes.required(account), episodes.isToBeFlat(account)));
    proceed(watch, now, out);
  }

  private void proceed(Watch watch, Instant now, Outcome out) {
    watch.later = null;
    if (watch.action != null) {
      settle(watch, watch.action, now, out);
    }
    if (watch.action == null) {
      next(watch, now, out);
    }
    watch.proof = Proof.of(watch, settings.verifyWithin(), now);
  }

  /** A person has lifted the restriction: the account's latches end and nothing more is sent. */
  void release(Watch watch, Instant now, Outcome out) {
    ActionLog.released(watch);
    watch.become(watch.risk.released());
    watch.become(watch.custody.released());
    episodes.release(watch.accountId).forEach(episode -> out.save(new Effect.SaveEpisode(episode)));
    out.concerns(watch);
    if (watch.action != null) {
      end(watch, watch.action, Action.State.CANCELLED, "a person released the account", now, out);
    }
  }

  /** The decision is on disk. While the feed is not live it waits, since nothing could prove it. */
  void committed(Watch watch, String key, boolean live, Instant now, Outcome out) {
    uncommitted.remove(key);
    if (live) {
      proceed(watch, now, out);
    }
  }

  boolean isUnlocking(Watch watch) {
    return watch.action != null && watch.action.kind() == ActionKind.UNLOCK;
  }

  void answered(Watch watch, String key, Answer answer, boolean live, Instant now, Outcome out) {
    unanswered.remove(key);
    var action = watch.action;
    if (action == null || !action.key().equals(key)) {
      return;
    }
    var text = ActionLog.text(answer);
    ActionLog.line("action answered", action).addKeyValue("answer", text).log();
    switch (answer) {
      case Answer.Ok _ -> keep(watch, action.answered(now, text), out);
      case Answer.Unclear _ -> keep(watch, action.answered(now, text), out);
      case Answer.Unreachable _, Answer.Unauthorized _ ->
          keep(watch, postponed(action, now.plus(soon(action, now)), now, text), out);
      case Answer.NotSent(var reason, var pause) ->
          keep(watch, postponed(action, now.plus(within(pause)), now, text), out);
      case Answer.Limited(var status, var retryAfter) -> {
        var pause = retryAfter == null ? AFTER_LIMIT : retryAfter;
        keep(watch, postponed(action, now.plus(pause), now, text), out);
      }
      case Answer.Penalty(var ticket, var delay, var captcha) -> {
        if (captcha) {
          dead(watch, action, "the broker wants a person (p-captcha)", now, out);
        } else {
          keep(watch, postponed(action, now.plus(delay), now, text), out);
        }
      }
      case Answer.Refused(var reason) when reason.startsWith("SessionClosed") ->
          keep(watch, postponed(action, now.plus(AFTER_CLOSED), now, text), out);
      case Answer.Refused _ -> keep(watch, action.answered(now, text), out);
    }
    if (live) {
      proceed(watch, now, out);
    }
  }

  /** Surely not executed: its time to be sent begins anew when it may be sent again. */
  private Action postponed(Action action, Instant due, Instant now, String text) {
    return action.postponed(due, notAfter(action.kind(), due), now, text);
  }

  /** Soon at first, then ever later: what is refused for an hour is not asked for each second. */
  private static Duration soon(Action action, Instant now) {
    return within(Duration.between(action.decidedAt(), now).dividedBy(4));
  }

  private static Duration within(Duration pause) {
    return pause.compareTo(SOON) < 0 ? SOON : pause.compareTo(LATEST) > 0 ? LATEST : pause;
  }

  private void settle(Watch watch, Action action, Instant now, Outcome out) {
    boolean stands = causeStands(action.kind(), watch.custody);
    if (action.state() == Action.State.IN_FLIGHT) {
      follow(watch, action, stands, now, out);
    } else if (!stands) {
      end(watch, action, Action.State.CANCELLED, "no longer required", now, out);
    } else if (Steps.isShown(action.kind(), watch.view)) {
      end(watch, action, Action.State.CANCELLED, "already so", now, out);
    } else if (isOvertaken(watch, action)) {
      end(watch, action, Action.State.CANCELLED, "another step comes first", now, out);
    } else if (!uncommitted.contains(action.key()) && !action.dueAt().isAfter(now)) {
      if (action.notAfter() != null && now.isAfter(action.notAfter())) {
        dead(watch, action, "not sent in time: " + action.answer(), now, out);
      } else {
        send(watch, action, now, out);
      }
    }
  }

  /** The facts have moved on since it was decided: another step comes first, or none is needed. */
  private static boolean isOvertaken(Watch watch, Action action) {
    var next = Steps.next(watch.custody.required(), watch.custody.flat(), watch.view);
    return action.kind() != ActionKind.UNLOCK && !next.equals(Optional.of(action.kind()));
  }

  private static boolean causeStands(ActionKind kind, Custody custody) {
    var required = custody.required();
    return switch (kind) {
      case UNLOCK -> required == Restriction.NONE;
      case LIQUIDATE -> custody.flat() || !kind.serves().isStricterThan(required);
      case CANCEL, LIQUIDATE_ONLY, LOCK -> !kind.serves().isStricterThan(required);
    };
  }

  private void send(Watch watch, Action action, Instant now, Outcome out) {
    var sent = action.sent(now);
    keep(watch, sent, out);
    unanswered.add(sent.key());
    ActionLog.line("action sent", sent).log();
    var view = watch.view;
    out.then(() -> courier.send(sent, view));
  }

  private void follow(Watch watch, Action action, boolean stands, Instant now, Outcome out) {
    if (Steps.isShown(action.kind(), watch.view)) {
      verified(watch, action, now, out);
      return;
    }
    var since = action.answeredAt() == null ? action.sentAt() : action.answeredAt();
    if (ActionLog.isRefusal(action.answer())) {
      // What was refused may be so already and show in a moment: a position just closed.
      if (since == null || !since.plus(SOON).isAfter(now)) {
        dead(watch, action, "the broker " + action.answer(), now, out);
      }
      return;
    }
    boolean early = since == null || since.plus(settings.verifyWithin()).isAfter(now);
    // Of a socket that says nothing any more, an effect not seen proves nothing.
    boolean deaf = since == null || Duration.between(since, now).compareTo(silence.get()) <= 0;
    // People are told first that it is unverified; what the facts say is decided after that.
    if (early
        || deaf
        || unanswered.contains(action.key())
        || watch.proof != ActionProof.UNVERIFIED) {
      return;
    }
    switch (ReadBack.decide(action, watch.view, stands, settings.by())) {
      case SHOWN -> verified(watch, action, now, out);
      case RELEASED -> release(watch, now, out);
      case CAUSE_GONE -> end(watch, action, Action.State.CANCELLED, "no longer required", now, out);
      case UNDER_WAY -> {}
      case SEND_AGAIN -> again(watch, action, now, out);
      case PROPOSE -> {
        var why = "the facts do not tell whether it was executed; a person must decide";
        end(watch, action, Action.State.DEAD, why, now, out);
        watch.become(watch.custody.stuck(ActionProof.PROPOSED, why));
      }
    }
  }

  private void again(Watch watch, Action action, Instant now, Outcome out) {
    if (action.attempt() >= MOST_ATTEMPTS) {
      dead(watch, action, "sent %d times without effect".formatted(MOST_ATTEMPTS), now, out);
      return;
    }
    end(watch, action, Action.State.CANCELLED, "read back: no effect; next attempt", now, out);
    begin(watch, action.nextAttempt(now, notAfter(action.kind(), now)), out);
  }

  private void verified(Watch watch, Action action, Instant now, Outcome out) {
    watch.become(watch.custody.proven(action));
    end(watch, action, Action.State.VERIFIED, "shown by the broker's facts", now, out);
  }

  private void next(Watch watch, Instant now, Outcome out) {
    var custody = watch.custody;
    if (custody.stuck() != null) {
      return;
    }
    // A lock that no status shows just now is not sent a second time.
    var shown = watch.view.orLastSeen(custody.lastSeen());
    var kind = Steps.next(custody.required(), custody.flat(), shown);
    if (kind.isEmpty() && custody.required() == Restriction.NONE && custody.isOurs(watch.view)) {
      kind = Optional.of(ActionKind.UNLOCK);
    }
    if (kind.isEmpty()) {
      return;
    }
    if (settings.by() == ActionSettings.By.ORDERS && needsAdmin(kind.get())) {
      watch.become(
          custody.stuck(
              ActionProof.PROPOSED, kind.get().word() + " needs admin right (actions.by: orders)"));
      return;
    }
    if (watch.risk.history().resetSuspected() && kind.get() != ActionKind.UNLOCK) {
      watch.become(
          custody.stuck(ActionProof.PROPOSED, "the broker seems to have reset the account"));
      return;
    }
    var grace = Decisions.grace(watch, kind.get());
    boolean begun = custody.isOurs(watch.view);
    if (grace != null && !begun && (now.isBefore(grace) || watch.view.isRestrained())) {
      watch.later = grace;
      return;
    }
    var action = Decisions.action(watch, kind.get(), now, notAfter(kind.get(), now));
    if (Decisions.isFlattening(watch, kind.get()) && action.attempt() > MOST_ATTEMPTS) {
      watch.become(
          custody.stuck(
              ActionProof.DEAD,
              "closed %d times, and something is open again".formatted(MOST_ATTEMPTS)));
      return;
    }
    begin(watch, action, out);
  }

  private static boolean needsAdmin(ActionKind kind) {
    return switch (kind) {
      case LIQUIDATE_ONLY, LOCK, UNLOCK -> true;
      case CANCEL, LIQUIDATE -> false;
    };
  }

  private @Nullable Instant notAfter(ActionKind kind, Instant now) {
    return kind == ActionKind.LIQUIDATE ? now.plus(settings.liquidateWithin()) : null;
  }

  private void begin(Watch watch, Action action, Outcome out) {
    watch.become(watch.custody.tried(action.step(), action.attempt()));
    watch.action = action;
    uncommitted.add(action.key());
    ActionLog.line("action decided", action).addKeyValue("reason", action.reason()).log();
    out.save(new Effect.AddAction(action));
    out.then(() -> courier.committed(action));
    out.concerns(watch);
  }

  private static void keep(Watch watch, Action action, Outcome out) {
    watch.action = action;
    out.save(new Effect.SaveAction(action));
  }

  private void dead(Watch watch, Action action, String why, Instant now, Outcome out) {
    end(watch, action, Action.State.DEAD, why, now, out);
    watch.become(watch.custody.stuck(ActionProof.DEAD, why));
  }

  private void end(
      Watch watch, Action action, Action.State state, String why, Instant now, Outcome out) {
    var ended = action.ended(state, now, why);
    courier.ended(action.key());
    watch.action = null;
    uncommitted.remove(action.key());
    var line = ActionLog.line("action " + state.name().toLowerCase(Locale.ROOT), ended);
    if (ended.sentAt() != null) {
      line = line.addKeyValue("afterMillis", Duration.between(ended.sentAt(), now).toMillis());
    }
    line.addKeyValue("outcome", why).log();
    out.save(new Effect.SaveAction(ended));
    out.concerns(watch);
    out.ended(watch, ended);
  }
}
