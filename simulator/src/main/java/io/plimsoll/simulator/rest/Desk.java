package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every call is taken: what keeps it out and faults first, then the work in turn on the
 * floor, then the answer, then the log.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Floor floor;
  private final Maintenance maintenance;
  private final Tickets tickets;
  private final Meter meter;
  private final Faults faults;
  private final Injections injections;
  private final RequestLog requests;
  private final Random random;

  public Desk(
      Floor floor,
      Maintenance maintenance,
      Limits limits,
      Faults faults,
      Injections injections,
      RequestLog requests,
      long seed) {
    this.floor = floor;
    this.maintenance = maintenance;
    this.tickets = new Tickets(floor.clock());
    this.meter = new Meter(floor.clock(), limits, tickets);
    this.faults = faults;
    this.injections = injections;
    this.requests = requests;
    this.random = new Random(seed);
  }

  /**
   * {@code work} is done at most once. The reply comes within this call, but later when a delay was
   * set.
   */
  public void serve(Call call, Supplier<Answer> work, Reply reply) {
    var seq = requests.arrived();
    var instant = floor.clock().instant();
    var ticketed = tickets.has(call);
    var kept = keptOut(call, ticketed);
    var fault = kept.isPresent() || ticketed ? Optional.<Fault>empty() : faults.take(call);
    Reply logged =
        new Reply() {
          @Override
          public void answer(Answer answer) {
            requests.add(seq, instant, call, Optional.of(answer), fault);
            LOG.debug(
                "request seq={} transport={} endpoint={} status={}",
                seq,
                call.transport(),
                call.endpoint(),
                answer.status());
            reply.answer(answer);
          }

          @Override
          public void lose() {
            requests.add(seq, instant, call, Optional.empty(), fault);
            reply.lose();
          }
        };
    if (kept.isPresent()) {
      refuse(kept.get(), logged);
    } else if (fault.isPresent()) {
      spoil(fault.get(), call, work, logged);
    } else {
      execute(call, work, logged);
    }
  }

  /** A ticket that has been waited for opens what limits and faults would keep shut. */
  private Optional<Answer> keptOut(Call call, boolean ticketed) {
    if (maintenance.isOn()) {
      return Optional.of(new Answer.Empty(Maintenance.STATUS));
    }
    if (ticketed) {
      return tickets.redeem(call);
    }
    return call.path().equals("authorize") ? Optional.empty() : meter.refusal(call);
  }

  private void spoil(Fault fault, Call call, Supplier<Answer> work, Reply reply) {
    LOG.info("fault kind={} endpoint={}", fault.kind(), call.endpoint());
    injections.add(call.transport().name(), fault.kind(), false, call.endpoint());
    switch (fault) {
      case Fault.Status(var status) -> refuse(new Answer.Empty(status), reply);
      case Fault.ErrorText(var text) -> refuse(Answer.errorText(text), reply);
      case Fault.FailureReason(var reason, var text) ->
          refuse(
              new Answer.Ok(Json.object().put("failureReason", reason).put("failureText", text)),
              reply);
      case Fault.Penalty penalty ->
          refuse(tickets.penalty(call, penalty.pause(), penalty.captcha()), reply);
      case Fault.Delay(var pause) -> {
        var _ =
            Thread.ofVirtual()
                .name("delayed")
                .start(() -> {
                  sleep(pause);
                  execute(call, work, reply);
                });
      }
      case Fault.LoseAnswer _ ->
          floor.act(() -> {
            var _ = attempt(work);
            reply.lose();
          });
      case Fault.Ignore _ -> floor.act(() -> reply.answer(Pretence.of(call, floor)));
    }
  }

  /** In turn too: what is sent on a socket has one order. */
  private void refuse(Answer answer, Reply reply) {
    floor.act(() -> reply.answer(answer));
  }

  /**
   * The answer is given within the turn, so that it has its place among the events; before or after
   * those it caused, as the seed has it.
   */
  private void execute(Call call, Supplier<Answer> work, Reply reply) {
    floor.act(() -> {
      var answer = attempt(work);
      meter.answered(call, answer);
      if (random.nextBoolean()) {
        floor.tell();
      }
      reply.answer(answer);
    });
  }

  /** A bug of ours is an answer too, so that the socket lives on. */
  private static Answer attempt(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      LOG.error("request failed", e);
      return new Answer.Failed(500, "The simulator failed: " + e.getMessage());
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
