package io.plimsoll.engine.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame that waits to be written.
 *
 * @param before what was lost between the frame before it and this one
 */
record Taken(Instant at, Source source, String text, @Nullable Gap before) {
  /** Besides its characters a frame takes about so many bytes while it waits. */
  private static final long ALONGSIDE = 120;

  static long weight(String text) {
    return text.length() + ALONGSIDE;
  }
}
