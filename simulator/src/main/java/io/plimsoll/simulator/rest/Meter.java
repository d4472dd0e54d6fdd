package io.plimsoll.simulator.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts calls within the last hour and says when there are too many. */
final class Meter {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String USER = "*user";
  private static final String STRANGERS = "*strangers";

  private final InstantSource clock;
  private final Limits limits;
  private final Tickets tickets;
  private final Map<String, Deque<Instant>> windows = new HashMap<>();
  private final Set<String> warned = new HashSet<>();

  Meter(InstantSource clock, Limits limits, Tickets tickets) {
    this.clock = clock;
    this.limits = limits;
    this.tickets = tickets;
  }

  /** What is said to one call too many; it is not counted, nor is it executed. */
  synchronized Optional<Answer> refusal(Call call) {
    var scope = call.authorized() ? USER : STRANGERS;
    var inAll = call.authorized() ? limits.user() : limits.strangers();
    var own = limits.endpoints().get(call.path());
    if (inAll > 0 && count(scope) >= inAll) {
      return Optional.of(tooMany(scope));
    }
    if (own != null && count(call.path()) >= own.perHour()) {
      return Optional.of(
          own.penalty()
              .map(pause -> tickets.penalty(call, pause, own.captcha()))
              .orElseGet(() -> tooMany(call.path())));
    }
    warned.remove(call.path());
    warned.remove(scope);
    if (inAll > 0) {
      add(scope);
    }
    if (own != null && !own.failuresOnly()) {
      add(call.path());
    }
    return Optional.empty();
  }

  /** Failures are known only when the answer is. */
  synchronized void answered(Call call, Answer answer) {
    var own = limits.endpoints().get(call.path());
    if (own != null && own.failuresOnly() && isFailure(answer)) {
      add(call.path());
    }
  }

  private Answer tooMany(String scope) {
    return new Answer.Empty(warned.add(scope) ? 423 : 429);
  }

  private int count(String scope) {
    var window = window(scope);
    var end = clock.instant().minus(WINDOW);
    while (!window.isEmpty() && !window.peekFirst().isAfter(end)) {
      window.removeFirst();
    }
    return window.size();
  }

  private void add(String scope) {
    var _ = count(scope);
    window(scope).addLast(clock.instant());
  }

  private Deque<Instant> window(String scope) {
    return windows.computeIfAbsent(scope, any -> new ArrayDeque<>());
  }

  private static boolean isFailure(Answer answer) {
    return switch (answer) {
      case Answer.Ok(var body) -> body.has("errorText");
      case Answer.Parts _ -> false;
      case Answer.Failed _, Answer.Empty _ -> true;
    };
  }
}
