package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.fault.Plan;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.Spoiler;
import io.plimsoll.simulator.fault.WireFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * What goes wrong on one socket. It stands before the line and is called in turn on the floor, so
 * the seed alone decides which frame suffers what.
 */
final class Mischief {
  private static final int GO_AWAY = 3000;

  /** Neighbouring seeds would begin with almost the same numbers. */
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  /** {@code left} is on how many frames it is still to be done. */
  private record Waiting(FaultRule rule, int left) {}

  private final SocketKind kind;
  private final String name;
  private final Random random;
  private final Plan plan;
  private final Injections log;
  private final Line line;
  private final Runnable replay;
  private final List<Waiting> waiting = new ArrayList<>();

  /** {@code number} counts the sockets of the kind, so each has numbers of its own. */
  Mischief(SocketKind kind, long number, SocketRules rules, Line line, Runnable replay) {
    this.kind = kind;
    this.name = kind.word() + " " + number;
    this.random = new Random(SCATTER * Objects.hash(rules.seed(), kind.word(), number));
    this.plan = rules.plan();
    this.log = rules.injections();
    this.line = line;
    this.replay = replay;
  }

  /** Sends the frame, or what becomes of it. */
  void send(String frame) {
    var nothing = (waiting.isEmpty() && !plan.hasRates()) || !frame.startsWith("a");
    if (nothing || !(suffersWhatWaits(frame) || suffersByChance(frame))) {
      line.queue(new Out.Text(frame));
    }
  }

  /** Does the fault now, or to the next frames it fits. */
  void strike(FaultRule rule) {
    switch (rule.fault().kind().reach()) {
      case FRAME -> waiting.add(new Waiting(rule, rule.times()));
      case STREAM, SOCKET -> {
        var put = Spoiler.spoil(rule.fault(), "", random).orElseThrow();
        suffer(rule.fault(), "", put.subList(0, put.size() - 1));
      }
    }
  }

  void calm() {
    waiting.clear();
  }

  private boolean suffersWhatWaits(String frame) {
    for (var n = 0; n < waiting.size(); n++) {
      var each = waiting.get(n);
      if (each.rule().aim().fits(frame) && suffers(each.rule().fault(), frame)) {
        if (each.left() == 1) {
          waiting.remove(n);
        } else {
          waiting.set(n, new Waiting(each.rule(), each.left() - 1));
        }
        return true;
      }
    }
    return false;
  }

  private boolean suffersByChance(String frame) {
    return plan.draw(kind, frame, random).filter(fault -> suffers(fault, frame)).isPresent();
  }

  /** False when the fault does not fit the frame. */
  private boolean suffers(WireFault fault, String frame) {
    var spoiled = Spoiler.spoil(fault, frame, random);
    spoiled.ifPresent(texts -> suffer(fault, frame, texts));
    return spoiled.isPresent();
  }

  private void suffer(WireFault fault, String frame, List<String> texts) {
    log.add(name, fault.kind().word(), fault.isLossy(), about(frame));
    switch (fault.kind()) {
      case DELAY -> {
        line.queue(new Out.Pause(fault.pause()));
        texts.forEach(this::text);
      }
      case REORDER -> line.queue(new Out.Hold(frame));
      case REPLAY -> {
        texts.forEach(this::text);
        replay.run();
      }
      case HALF_OPEN -> line.queue(new Out.Mute());
      case CUT -> line.queue(new Out.Cut(Duration.ZERO));
      case GO_AWAY -> line.queue(new Out.GoAway(GO_AWAY, fault.reason()));
      case SHUTDOWN -> {
        text(Frames.shutdown(fault.reason()));
        line.hangUp(fault.reason());
      }
      case DROP,
          DUPLICATE,
          TRUNCATE,
          OVERSIZE,
          UNKNOWN_FIELD,
          UNKNOWN_ENUM,
          WRONG_TYPE,
          PROPS_ARRAY,
          ENTITY_ARRAY,
          BARE_DELETE,
          UNKNOWN_FRAME,
          UNKNOWN_EVENT,
          UNKNOWN_TYPE,
          EMPTY ->
          texts.forEach(this::text);
    }
    if (fault.isLossy()) {
      plan.cutAfterLoss().ifPresent(within -> line.queue(new Out.Cut(part(within))));
    }
  }

  private void text(String frame) {
    line.queue(new Out.Text(frame));
  }

  /** Some time within it, so that the client is not always cut at once. */
  private Duration part(Duration within) {
    return Duration.ofNanos((long) (within.toNanos() * random.nextDouble()));
  }

  /** What a frame was about, without its figures. */
  private static String about(String frame) {
    if (frame.isEmpty()) {
      return "";
    }
    var start = frame.indexOf("\"entityType\":\"");
    if (start >= 0) {
      var end = frame.indexOf('"', start + 14);
      return "props " + frame.substring(start + 14, end);
    }
    return frame.startsWith("a[{\"s\":")
        ? "response"
        : frame.startsWith("a[{\"e\":\"md") ? "md" : "";
  }
}
