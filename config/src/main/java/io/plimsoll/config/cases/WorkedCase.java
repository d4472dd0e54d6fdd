package io.plimsoll.config.cases;

import io.plimsoll.engine.risk.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * An account, a plan, what happens to it, and what must follow.
 *
 * @param line where it begins, from 1
 * @param from where its numbers come from, such as {@code published rule}; empty when left out
 * @param plan for the account {@link #ACCOUNT}; {@link Plan#none()} when the case has none
 * @param silent whether the broker carries nothing out from the beginning
 * @param steps at least one; the first is {@code open} or {@code first-seen}
 */
public record WorkedCase(
    Path file, int line, String name, String from, Plan plan, boolean silent, List<Step> steps) {
  /** The id of the one account of a case. */
  public static final long ACCOUNT = 1001;

  public WorkedCase {
    steps = List.copyOf(steps);
  }
}
