package io.plimsoll.config;

import java.nio.file.Path;

/**
 * One thing that is wrong: what, the value, and the way out. Never holds a secret.
 *
 * @param line counted from 1; 0 means the file as a whole
 */
public record Problem(Path file, int line, String text) {
  /** As people read it: {@code config/plimsoll.yaml:41: receiver (x) ...}. */
  @Override
  public String toString() {
    return new Location(file, line) + ": " + text;
  }
}
