package io.plimsoll.simulator.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which faults are still to happen, by endpoint, in the order they were set; and the penalty
 * tickets handed out.
 */
public final class Faults {
  private record Planned(String path, Fault fault, int times) {}

  private final InstantSource clock;
  private final List<Planned> planned = new ArrayList<>();
  private final Map<String, Instant> tickets = new HashMap<>();
  private int lastTicket;

  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void add(String endpoint, Fault fault, int times) {
    planned.add(new Planned(endpoint.toLowerCase(Locale.ROOT), fault, times));
  }

  public synchronized void clear() {
    planned.clear();
  }

  /**
   * The fault for this call, counted down. A call with a ticket that has been waited for goes
   * through.
   */
  public synchronized Optional<Fault> take(Call call) {
    if (call.text("p-ticket").filter(this::redeem).isPresent()) {
      return Optional.empty();
    }
    for (var i = 0; i < planned.size(); i++) {
      var next = planned.get(i);
      if (next.path().equals(call.path())) {
        if (next.times() <= 1) {
          planned.remove(i);
        } else {
          planned.set(i, new Planned(next.path(), next.fault(), next.times() - 1));
        }
        return Optional.of(next.fault());
      }
    }
    return call.text("p-ticket").filter(tickets::containsKey).map(this::stillWaiting);
  }

  synchronized String ticket(Duration pause) {
    var ticket = "ticket-" + ++lastTicket;
    tickets.put(ticket, clock.instant().plus(pause));
    return ticket;
  }

  private boolean redeem(String ticket) {
    var due = tickets.get(ticket);
    return due != null && !clock.instant().isBefore(due) && tickets.remove(ticket) != null;
  }

  private Fault stillWaiting(String ticket) {
    var left = Duration.between(clock.instant(), tickets.getOrDefault(ticket, clock.instant()));
    return new Fault.Penalty(Duration.ofSeconds(left.toSeconds() + 1), false);
  }
}
