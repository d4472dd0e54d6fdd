package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Times in which positions must be flat: by a time of day, around news, at the broker's instant.
 */
public final class Windows {
  static final String FLAT_BY = "flat-by";
  static final String FLATTEN = "flatten-timestamp";
  static final String FLATTEN_OPEN = "flatten-timestamp.open";
  static final String FLATTEN_MISSED = "flatten-timestamp.missed";
  static final String NEWS = "news-window/";
  static final Set<String> LIMITS = Set.of(FLAT_BY, FLATTEN);

  /** Later than this the moment has gone, and only people are told. */
  private static final Duration MISSED = Duration.ofSeconds(60);

  private Windows() {}

  static RiskState judge(RiskState state, Standard by, Reading reading) {
    return flatten(news(flatBy(state, by, reading), by, reading), by, reading);
  }

  private static RiskState flatBy(RiskState state, Standard by, Reading reading) {
    var time = by.plan().limits().flatBy();
    if (time == null) {
      return state.with(state.marks().sign(FLAT_BY, false));
    }
    var session = by.plan().session();
    boolean since = !session.lastAt(time, by.now()).isBefore(session.lastReset(by.now()));
    var open = since ? reading.isOpen() : (Boolean) false;
    return state.with(must(state.marks(), FLAT_BY, open, by));
  }

  private static RiskState news(RiskState state, Standard by, Reading reading) {
    var marks = state.marks();
    var holdings = reading.holdings();
    var over = new TreeSet<String>();
    for (var window : by.plan().limits().news()) {
      var name = NEWS + window.name();
      if (!window.isOpen(by.now())) {
        over.add(name);
        marks = marks.sign(name, false);
      } else if (holdings != null) {
        marks = must(marks, name, holdings.stream().anyMatch(window::concerns), by);
      }
    }
    return state.with(
        marks.with(marks.latches().ended(latch -> over.contains(latch.limit()), over)));
  }

  /** Latched once, so that what is done has a number; the sign says that something is open. */
  private static Marks must(Marks marks, String limit, @Nullable Boolean open, Standard by) {
    var atOnce = new Marks.Moment(by.now(), 1, true, true);
    return marks
        .judge(by.terms(limit, Until.NEXT_RESET, Restriction.FLATTEN), open, atOnce)
        .sign(limit, open);
  }

  private static RiskState flatten(RiskState state, Standard by, Reading reading) {
    var imposed = reading.imposed();
    var at = imposed == null ? null : imposed.flattenAt();
    var open = reading.isOpen();
    var marks =
        Boolean.FALSE.equals(open) ? state.marks().sign(FLATTEN_OPEN, false) : state.marks();
    if (at == null
        || open == null
        || by.now().isBefore(at)
        || at.equals(state.history().flattened())) {
      return state.with(marks);
    }
    var dealt = state.with(state.history().withFlattened(at));
    if (!open) {
      return dealt.with(marks);
    }
    boolean missed = Duration.between(at, by.now()).compareTo(MISSED) > 0;
    if (missed) {
      boolean today = !at.isBefore(by.plan().session().lastReset(by.now()));
      return dealt.with(marks.sign(FLATTEN_MISSED, today));
    }
    var anew = marks.with(marks.latches().ended(isOf(FLATTEN), Set.of(FLATTEN)));
    var atOnce = new Marks.Moment(by.now(), 1, true, true);
    return dealt.with(
        anew.judge(by.terms(FLATTEN, Until.NEXT_RESET, Restriction.FLATTEN), true, atOnce)
            .sign(FLATTEN_OPEN, true));
  }

  private static Predicate<Latch> isOf(String limit) {
    return latch -> latch.limit().equals(limit);
  }

  /** The broker's flatten time, while it is still to come; null when there is none. */
  public static @Nullable Instant next(Reading reading, Instant now) {
    var imposed = reading.imposed();
    var at = imposed == null ? null : imposed.flattenAt();
    return at != null && at.isAfter(now) ? at : null;
  }

  /** Whether the limit is one of these: it wants the account flat, and no more. */
  public static boolean isOne(String limit) {
    return LIMITS.contains(limit) || limit.startsWith(NEWS);
  }
}
