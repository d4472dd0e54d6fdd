package io.plimsoll.engine.alert;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.session.Finding;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unbroken stretch of one finding. Durable.
 *
 * @param stage of the rule when the episode opened; a later change never acts on it
 * @param asks the strictest restriction asked for
 * @param tells receivers the rule names besides the route
 * @param ruleSet version of the rules that opened it
 * @param closedAt null while open
 */
public record Episode(
    Finding.Identity identity,
    Instant openedAt,
    Stage stage,
    Restriction asks,
    Set<String> tells,
    String ruleSet,
    @Nullable Instant closedAt) {

  /** Unique for ever. */
  public String key() {
    return identity + " @ " + openedAt;
  }

  public Episode asking(Restriction restriction, Set<String> receivers) {
    return new Episode(identity, openedAt, stage, restriction, receivers, ruleSet, null);
  }

  public Episode closed(Instant now) {
    return new Episode(identity, openedAt, stage, asks, tells, ruleSet, now);
  }

  /** A person has let the account off: people are still told, and nothing is required. */
  public Episode released() {
    return new Episode(identity, openedAt, Stage.ALERT, asks, tells, ruleSet, closedAt);
  }

  /** What it requires of its account. */
  public Restriction requires() {
    return stage == Stage.ACT ? asks : Restriction.NONE;
  }
}
