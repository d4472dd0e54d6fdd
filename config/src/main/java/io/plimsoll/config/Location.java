package io.plimsoll.config;

import java.nio.file.Path;

/**
 * Where something is written.
 *
 * @param line counted from 1; 0 means the file as a whole
 */
public record Location(Path file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line;
  }
}
