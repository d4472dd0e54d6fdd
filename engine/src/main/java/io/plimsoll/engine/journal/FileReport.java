package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds, as far as it could be proven.
 *
 * @param header absent: not even that could be read
 * @param frames how many it holds
 * @param lost how many it says are missing
 * @param first when its first frame had come; absent: it has none
 * @param last likewise of its last
 * @param head hash of its last whole block; empty: it has none
 */
public record FileReport(
    Path file,
    JournalLine.@Nullable Header header,
    long frames,
    long lost,
    @Nullable Instant first,
    @Nullable Instant last,
    String head,
    Ending ending) {

  private static final int TRIES = 3;

  /**
   * Reads a file through. One that is just being written may be met in the middle of a block, so it
   * is read again when it has grown meanwhile.
   *
   * @throws IOException when it cannot be read at all
   */
  static FileReport of(Path file) throws IOException {
    for (int tries = 1; ; tries++) {
      long size = Files.size(file);
      var report = read(file);
      boolean torn = report.ending() instanceof Ending.Sudden(_, var isTorn) && isTorn;
      if (!torn || tries == TRIES || Files.size(file) == size) {
        return report;
      }
    }
  }

  private static FileReport read(Path file) throws IOException {
    JournalLine.Header header = null;
    long frames = 0;
    long lost = 0;
    Instant first = null;
    Instant last = null;
    try (var reader = JournalReader.open(file)) {
      for (var line = reader.next(); line != null; line = reader.next()) {
        switch (line) {
          case JournalLine.Header is -> header = is;
          case JournalLine.Frame frame -> {
            frames++;
            first = first == null ? frame.at() : first;
            last = frame.at();
          }
          case JournalLine.Lost missing -> lost += missing.frames();
          case JournalLine.End _ -> {}
        }
      }
      return new FileReport(
          file, header, frames, lost, first, last, reader.head(), reader.ending());
    }
  }
}
