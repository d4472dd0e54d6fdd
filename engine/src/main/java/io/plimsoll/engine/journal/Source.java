package io.plimsoll.engine.journal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of a shard's two sockets a frame came from. */
public enum Source {
  USER,
  PRICES;

  /** As it is written in a line: {@code user}, {@code prices}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Source> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
