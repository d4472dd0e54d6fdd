package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a call may be made now, over REST or over a socket: asked before each, and told the
 * answer. Keeps to the broker's limits, keeps half of them for account actions, and holds reads
 * back after the broker has said 429 or 423. Safe for use by many threads.
 */
public final class Allowance {
  private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);
  private static final Duration FIRST_HOLD = Duration.ofSeconds(30);
  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  /** So long without a limit, and the next hold is a short one again. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Consumer<Hindrance> hindrances;
  private final HourlyBudget all;
  private final HourlyBudget reads;
  private final HourlyBudget failedLogins;
  private final Map<String, HourlyBudget> byEndpoint;
  private Instant readsHeldUntil = Instant.MIN;
  private Duration hold = FIRST_HOLD;
  private final Set<String> wantCaptcha = new HashSet<>();

  /**
   * @param hindrances told of limits, of budgets used up, and where a person is wanted; must not
   *     block
   */
  public Allowance(BrokerLimits limits, InstantSource clock, Consumer<Hindrance> hindrances) {
    this.clock = new SteadyClock(clock);
    this.hindrances = hindrances;
    this.all = new HourlyBudget("all calls", limits.total());
    this.reads = new HourlyBudget("reads", limits.total() / 2);
    this.failedLogins = new HourlyBudget(Login.ENDPOINT, limits.loginFailures() - 1);
    this.byEndpoint =
        Map.of(
            SyncRequest.ENDPOINT, new HourlyBudget(SyncRequest.ENDPOINT, limits.sync()),
            Renewal.ENDPOINT, new HourlyBudget(Renewal.ENDPOINT, limits.renew()));
  }

  /**
   * Empty: it may be made, now, and is counted. Else why it must not be sent, and for how long.
   *
   * @param endpoint with or without a query
   */
  synchronized Optional<Answer.NotSent> take(String endpoint, Use use) {
    var now = clock.instant();
    if (isHeldByLimits(use) && now.isBefore(readsHeldUntil)) {
      return Optional.of(
          new Answer.NotSent(
              "the broker limits us, so reads wait", Duration.between(now, readsHeldUntil)));
    }
    if (isLogin(endpoint)) {
      return refusal(failedLogins, now);
    }
    var budgets = budgets(name(endpoint), use);
    for (var budget : budgets) {
      var no = refusal(budget, now);
      if (no.isPresent()) {
        return no;
      }
    }
    budgets.forEach(budget -> budget.add(now));
    return Optional.empty();
  }

  /** What the broker answered to a call that was made. */
  synchronized void heard(String endpoint, Answer answer) {
    switch (answer) {
      case Answer.Limited limited -> limited(name(endpoint), limited);
      case Answer.Refused _, Answer.Unauthorized _ -> {
        if (isLogin(endpoint)) {
          failedLogins.add(clock.instant());
        }
      }
      case Answer.Penalty(var ticket, var delay, var captcha) -> {
        if (captcha && wantCaptcha.add(name(endpoint))) {
          hindrances.accept(new Hindrance.CaptchaWanted(name(endpoint)));
        }
      }
      case Answer.Ok _ -> {
        if (wantCaptcha.remove(name(endpoint))) {
          hindrances.accept(new Hindrance.CaptchaPassed(name(endpoint)));
        }
      }
      case Answer.NotSent _, Answer.Unreachable _, Answer.Unclear _ -> {}
    }
  }

  private Optional<Answer.NotSent> refusal(HourlyBudget budget, Instant now) {
    var pause = budget.pause(now);
    if (!pause.isPositive()) {
      return Optional.empty();
    }
    hindrances.accept(new Hindrance.BudgetUsedUp(budget.name()));
    return Optional.of(new Answer.NotSent(budget.usedUp(), pause));
  }

  private List<HourlyBudget> budgets(String endpoint, Use use) {
    var budgets = new ArrayList<>(List.of(all));
    if (use == Use.READ) {
      budgets.addFirst(reads);
    }
    var own = byEndpoint.get(endpoint);
    if (own != null) {
      budgets.addFirst(own);
    }
    return budgets;
  }

  private void limited(String endpoint, Answer.Limited limited) {
    var now = clock.instant();
    var told = limited.retryAfter();
    if (told != null) {
      readsHeldUntil = later(readsHeldUntil, now.plus(told));
    } else if (!now.isBefore(readsHeldUntil)) {
      // Calls that were under way together are limited together: that is one limit, not many.
      readsHeldUntil = now.plus(nextHold(now));
    }
    hindrances.accept(
        new Hindrance.Limited(endpoint, limited.status(), Duration.between(now, readsHeldUntil)));
    LOG.atWarn()
        .setMessage("limited by the broker, reads wait")
        .addKeyValue("endpoint", endpoint)
        .addKeyValue("status", limited.status())
        .addKeyValue("until", readsHeldUntil)
        .log();
  }

  /** Longer each time that waiting has not helped. */
  private Duration nextHold(Instant now) {
    var longer = hold.multipliedBy(2);
    if (!now.isBefore(readsHeldUntil.plus(QUIET))) {
      hold = FIRST_HOLD;
    } else {
      hold = longer.compareTo(LONGEST_HOLD) < 0 ? longer : LONGEST_HOLD;
    }
    return hold;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isHeldByLimits(Use use) {
    return use == Use.READ || use == Use.SYNC;
  }

  private static boolean isLogin(String endpoint) {
    return name(endpoint).equals(Login.ENDPOINT);
  }

  /** Without the query, which may name accounts. */
  static String name(String endpoint) {
    int query = endpoint.indexOf('?');
    return query < 0 ? endpoint : endpoint.substring(0, query);
  }
}
