package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The p-tickets that were given out. Each is good once, for its endpoint, when its time is over.
 */
final class Tickets {
  private record Ticket(String path, Instant due, boolean captcha) {}

  private final InstantSource clock;
  private final Map<String, Ticket> given = new HashMap<>();
  private int last;

  Tickets(InstantSource clock) {
    this.clock = clock;
  }

  /** Status 200, and nothing is executed. */
  synchronized Answer penalty(Call call, Duration pause, boolean captcha) {
    var text = "ticket-" + ++last;
    given.put(text, new Ticket(call.path(), clock.instant().plus(pause), captcha));
    return new Answer.Ok(
        Json.object()
            .put("p-ticket", text)
            .put("p-time", (pause.toMillis() + 999) / 1000)
            .put("p-captcha", captcha));
  }

  /** Whether the call brings a ticket that was given out here. */
  synchronized boolean has(Call call) {
    return call.text("p-ticket").filter(given::containsKey).isPresent();
  }

  /**
   * Takes the ticket. Empty when it is good; too early, elsewhere or a captcha: another penalty.
   */
  synchronized Optional<Answer> redeem(Call call) {
    var ticket = call.text("p-ticket").map(given::get);
    if (ticket.isEmpty()) {
      return Optional.empty();
    }
    var left = Duration.between(clock.instant(), ticket.get().due());
    var good =
        !left.isPositive() && ticket.get().path().equals(call.path()) && !ticket.get().captcha();
    if (good) {
      call.text("p-ticket").ifPresent(given::remove);
      return Optional.empty();
    }
    return Optional.of(
        penalty(call, left.isPositive() ? left : Duration.ZERO, ticket.get().captcha()));
  }
}
