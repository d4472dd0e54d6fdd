package io.plimsoll.engine.shard;

import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.alert.Messages;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.alert.Subject;
import io.plimsoll.engine.delivery.Outbox;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.session.RuleInfo;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Letter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Episodes that begin and end become rows, log lines and letters. */
final class AlertDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
  private static final Duration LETTERS_LIVE = Duration.ofHours(24);

  private final Messages messages;
  private RuleSet rules;
  private final Outbox outbox;

  AlertDesk(Messages messages, RuleSet rules, Outbox outbox) {
    this.messages = messages;
    this.rules = rules;
    this.outbox = outbox;
  }

  /** Other rules from now on. */
  void become(RuleSet next) {
    rules = next;
  }

  /**
   * @param watch null for an alert about the shard
   */
  void tell(Episodes.Transition transition, @Nullable Watch watch, Instant now, Outcome out) {
    var episode = transition.episode();
    out.save(new Effect.SaveEpisode(episode));
    switch (transition) {
      case Episodes.Transition.Opened _ -> {
        log("alert opened", episode, watch);
        write(episode, watch, ordered(episode), "opened", now, out);
      }
      case Episodes.Transition.AsksElse _ -> log("alert asks for something else", episode, watch);
      case Episodes.Transition.Closed _ -> {
        log("alert closed", episode, watch);
        write(episode, watch, "", "closed", now, out);
      }
    }
  }

  /** Tells the receivers of an episode what has been done about it. */
  void done(Episode episode, Watch watch, String what, String occasion, Instant now, Outcome out) {
    write(episode, watch, what, occasion, now, out);
  }

  private static String ordered(Episode episode) {
    if (episode.asks() == Restriction.NONE) {
      return "";
    }
    return episode.stage() == Stage.ACT
        ? episode.asks().word() + " ordered"
        : "nothing: the rule is in stage alert and asks for " + episode.asks().word();
  }

  private void write(
      Episode episode,
      @Nullable Watch watch,
      String done,
      String occasion,
      Instant now,
      Outcome out) {
    var subject = watch == null ? null : subject(watch);
    var rule = rule(episode.identity().rule());
    for (var message : messages.about(episode, rule, subject, done, occasion)) {
      var letter = new Letter(message, Letter.State.PENDING, 0, now, now.plus(LETTERS_LIVE), null);
      out.save(new Effect.AddLetter(letter));
      out.then(() -> outbox.post(letter));
    }
  }

  private static Subject subject(Watch watch) {
    return new Subject(watch.name, watch.plan.name(), watch.figures());
  }

  /** A rule that was loaded when the episode opened may be gone since. */
  private RuleInfo rule(String name) {
    var loaded = rules.rules().get(name);
    return loaded == null ? EngineRules.describe(name) : loaded;
  }

  private void log(String what, Episode episode, @Nullable Watch watch) {
    var identity = episode.identity();
    var line =
        LOG.atInfo()
            .setMessage(what)
            .addKeyValue("rule", identity.rule())
            .addKeyValue("severity", rule(identity.rule()).severity())
            .addKeyValue("stage", episode.stage())
            .addKeyValue("asks", episode.asks().word());
    if (!identity.subject().isEmpty()) {
      line = line.addKeyValue("subject", identity.subject());
    }
    if (watch == null) {
      line.addKeyValue("scope", identity.scope()).log();
      return;
    }
    var figures = watch.figures();
    line.addKeyValue("account", watch.accountId)
        .addKeyValue("name", watch.name)
        .addKeyValue("equity", figures.equity())
        .addKeyValue("floor", figures.floor())
        .addKeyValue("dayLossPercent", figures.dayLossPercent())
        .log();
  }
}
