package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.tradovate.Hindrance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine finds of its own dealings with the broker, and when each ends. One thread. */
final class BrokerFindings {
  /** A limit that has not been met for so long, though calls were made, counts as over. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  /** A link that was evicted and is up for so long has its place again. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  private final Scope where;

  /** What is found now, and when it is over unless it is met again. */
  private final Map<Identity, Instant> ends = new HashMap<>();

  BrokerFindings(Scope where) {
    this.where = where;
  }

  /** The finding that this is, new or not; empty for what only ends one. */
  Optional<Identity> hear(Hindrance hindrance, Instant now) {
    return switch (hindrance) {
      case Hindrance.Limited(var endpoint, var status, var pause) ->
          found(EngineRules.BROKER_LIMITS, endpoint, now.plus(pause).plus(QUIET));
      case Hindrance.BudgetUsedUp(var budget) ->
          found(EngineRules.BUDGET_USED_UP, budget, now.plus(QUIET));
      case Hindrance.LoginRefused(var user) -> found(EngineRules.LOGIN_REFUSED, user, Instant.MAX);
      case Hindrance.LoggedIn(var user) -> ends(EngineRules.LOGIN_REFUSED, user, now);
      case Hindrance.CaptchaWanted(var endpoint) ->
          found(EngineRules.CAPTCHA_WANTED, endpoint, Instant.MAX);
      case Hindrance.CaptchaPassed(var endpoint) -> ends(EngineRules.CAPTCHA_WANTED, endpoint, now);
      case Hindrance.QuotaReached(var link, var code) ->
          found(EngineRules.QUOTA_REACHED, link, Instant.MAX);
      case Hindrance.LinkUp(var link) -> ends(EngineRules.QUOTA_REACHED, link, now.plus(STABLE));
      case Hindrance.LinkDown(var link) -> ends(EngineRules.QUOTA_REACHED, link, Instant.MAX);
    };
  }

  /** The findings that are over by now; each is said once. */
  List<Identity> over(Instant now) {
    var over =
        ends.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(ends::remove);
    return over;
  }

  private Optional<Identity> found(String rule, String subject, Instant end) {
    var identity = new Identity(rule, where, subject);
    ends.put(identity, end);
    return Optional.of(identity);
  }

  private Optional<Identity> ends(String rule, String subject, Instant end) {
    ends.computeIfPresent(new Identity(rule, where, subject), (identity, before) -> end);
    return Optional.empty();
  }
}
