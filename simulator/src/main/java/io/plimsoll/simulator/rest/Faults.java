package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Which faults calls are still to suffer: by endpoint, in the order they were set, then by chance;
 * and the penalty tickets handed out. A ticket is good for the endpoint it was given for.
 */
public final class Faults {
  private static final String ANY = "*";

  private record Planned(String path, Fault fault, int times) {}

  private record Chance(String path, Fault fault, double rate) {
    boolean fits(String called) {
      return path.equals(ANY) || path.equals(called);
    }
  }

  private record Ticket(String path, Instant due, boolean captcha) {}

  private final InstantSource clock;
  private final Random random;
  private final List<Planned> planned = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();
  private final Map<String, Ticket> tickets = new HashMap<>();
  private int lastTicket;

  public Faults(InstantSource clock, long seed) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  public synchronized void add(String endpoint, Fault fault, int times) {
    planned.add(new Planned(endpoint.toLowerCase(Locale.ROOT), fault, times));
  }

  /** Each call of the endpoint, or of any for {@code *}, suffers it with this probability. */
  public synchronized void addChance(String endpoint, Fault fault, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate (%s) must be from 0 to 1.".formatted(rate));
    }
    chances.add(new Chance(endpoint.toLowerCase(Locale.ROOT), fault, rate));
  }

  /**
   * An entry of a script or of the control: {@code endpoint}, the fault's fields, times or rate.
   */
  public void add(JsonNode entry) {
    var endpoint =
        Json.text(entry, "endpoint")
            .orElseThrow(() -> new IllegalArgumentException("endpoint (a text) is required."));
    if (entry.has("rate")) {
      addChance(endpoint, Fault.parse(entry), entry.path("rate").asDouble(-1));
    } else {
      add(endpoint, Fault.parse(entry), entry.path("times").asInt(1));
    }
  }

  public synchronized void clear() {
    planned.clear();
    chances.clear();
  }

  /**
   * The fault for this call, counted down. A call with a ticket that has been waited for goes
   * through.
   */
  public synchronized Optional<Fault> take(Call call) {
    var ticket = call.text("p-ticket").filter(tickets::containsKey);
    if (ticket.isPresent()) {
      return redeem(ticket.get(), call.path());
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
    return chances.stream()
        .filter(each -> each.fits(call.path()) && random.nextDouble() < each.rate())
        .findFirst()
        .map(Chance::fault);
  }

  synchronized String ticket(Call call, Fault.Penalty penalty) {
    var text = "ticket-" + ++lastTicket;
    tickets.put(
        text, new Ticket(call.path(), clock.instant().plus(penalty.pause()), penalty.captcha()));
    return text;
  }

  /** Nothing when it is good; it is good once. Too early, or elsewhere, is another penalty. */
  private Optional<Fault> redeem(String text, String path) {
    var ticket = tickets.get(text);
    if (ticket == null) {
      return Optional.empty();
    }
    var left = Duration.between(clock.instant(), ticket.due());
    if (!left.isPositive() && ticket.path().equals(path) && !ticket.captcha()) {
      tickets.remove(text);
      return Optional.empty();
    }
    var pause = left.isPositive() ? left : Duration.ZERO;
    return Optional.of(
        new Fault.Penalty(Duration.ofSeconds(pause.toSeconds() + 1), ticket.captcha()));
  }
}
