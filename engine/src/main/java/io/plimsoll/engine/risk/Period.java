package io.plimsoll.engine.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A trading day or week of an account.
 *
 * @param date by which its session is known; of a week the date of its first session
 * @param anchor what its profit and loss is measured from; cash flows shift it; null while unknown
 * @param base what percentages are taken of: the anchor it began with; null while unknown
 * @param opened what it began with, and cash flows shift it; less than the anchor where that rises
 *     with equity; null while unknown
 */
public record Period(
    LocalDate date, @Nullable Money anchor, @Nullable Money base, @Nullable Money opened) {
  static Period begun(LocalDate date, @Nullable Money anchor) {
    return new Period(date, anchor, anchor, anchor);
  }

  Period shifted(Money flow) {
    return anchor == null
        ? this
        : new Period(date, anchor.plus(flow), base, opened == null ? null : opened.plus(flow));
  }

  /** The same, known by another date. */
  Period dated(LocalDate other) {
    return new Period(other, anchor, base, opened);
  }

  /** Follows the highest equity. */
  Period risenTo(Money equity) {
    return anchor == null || equity.isAtMost(anchor)
        ? this
        : new Period(date, equity, equity, opened);
  }
}
