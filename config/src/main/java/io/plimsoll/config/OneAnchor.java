package io.plimsoll.config;

import io.plimsoll.engine.risk.Anchor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the limits of a day, or of a week, are measured from: one for all of them. */
final class OneAnchor {
  private final String period;
  private @Nullable Value first;
  private Optional<Anchor> anchor = Optional.empty();

  /**
   * @param period in words, {@code day} or {@code week}
   */
  OneAnchor(String period) {
    this.period = period;
  }

  /** A second one that says something else is reported where it stands. */
  void read(Value value) {
    var written = value.as(Written.word(Anchor.class));
    if (written.isEmpty()) {
      return;
    }
    if (first == null) {
      first = value;
      anchor = written;
    } else if (!written.equals(anchor)) {
      value.problem(
          "%s (%s) differs from %s (%s). A plan has one anchor for the %s: write the same, or leave one out."
              .formatted(value.name(), text(value), first.name(), text(first), period));
    }
  }

  Anchor orBalance() {
    return anchor.orElse(Anchor.BALANCE);
  }

  /** Measured from its own peak there is no profit. */
  void refuseProfitOfPeak(Value profit) {
    if (!profit.isAbsent() && orBalance() == Anchor.DAY_PEAK) {
      profit.problem(
          "%s is never reached: the %s is measured from its peak (anchor: day-peak). Remove one."
              .formatted(profit.name(), period));
    }
  }

  private static String text(Value value) {
    return value.written().orElse("").strip();
  }
}
