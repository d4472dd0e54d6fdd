package io.plimsoll.engine.journal;

import java.nio.file.Path;

/**
 * What is wrong with a file, and from which of its lines on. Prints as {@code file:line: what}.
 *
 * @param line from 1, as {@code zstdcat} shows them; what comes before it is as it was written
 */
public record Fault(Path file, long line, String what) {
  @Override
  public String toString() {
    return "%s:%d: %s".formatted(file, line, what);
  }
}
