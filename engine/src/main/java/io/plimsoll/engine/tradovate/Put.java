package io.plimsoll.engine.tradovate;

import java.time.Duration;

/** What became of making something so at the broker. */
public sealed interface Put<E> {
  /** It is so now, as the broker has it. */
  record Done<E>(E entity) implements Put<E> {}

  /** Not done, and trying again does not help: a person must look. */
  record Refused<E>(String reason) implements Put<E> {}

  /**
   * Surely not done; it may be put again.
   *
   * @param after what the broker asks to wait first; zero where it asks nothing
   */
  record Later<E>(String reason, Duration after) implements Put<E> {}

  /**
   * It may have been done, and may still show. Wait, and put it again: that looks first and finds
   * it.
   */
  record Unclear<E>(String reason) implements Put<E> {}

  /** After an answer that does not say it was done. */
  static <E> Put<E> after(Answer answer) {
    return switch (answer) {
      case Answer.Ok(var body) -> new Unclear<>("the answer does not show it: " + body);
      case Answer.Unclear(var reason) -> new Unclear<>(reason);
      case Answer.Refused(var reason) -> new Refused<>(reason);
      case Answer.Penalty _ -> new Later<>("penalty", Reads.after(answer));
      case Answer.Limited(var status, var wait) ->
          new Later<>("status " + status, Reads.after(answer));
      case Answer.NotSent(var reason, var pause) -> new Later<>(reason, pause);
      case Answer.Unauthorized(var reason) -> new Later<>(reason, Reads.after(answer));
      case Answer.Unreachable(var reason) -> new Later<>(reason, Reads.after(answer));
    };
  }
}
