package io.plimsoll.config.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account after something happened.
 *
 * @param line where it is written, from 1
 * @param at null: one second after the step before, or where the clock event is
 * @param expect in the order of the file; nothing else is checked
 */
public record Step(int line, CaseEvent event, @Nullable At at, Input input, List<Expected> expect) {
  public Step {
    expect = List.copyOf(expect);
  }
}
