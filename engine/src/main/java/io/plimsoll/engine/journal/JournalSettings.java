package io.plimsoll.engine.journal;

import java.time.Duration;

/**
 * What the journal is told.
 *
 * @param keep a day's files are deleted so long after the day's end
 */
public record JournalSettings(Duration keep) {
  private static final Duration SHORTEST = Duration.ofDays(1);

  /** How long the journal is kept when nothing is said. */
  public static final JournalSettings USUAL = new JournalSettings(Duration.ofDays(30));

  public JournalSettings {
    if (keep.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "journal.keep (%s) must be at least one day, 1d.".formatted(keep));
    }
  }
}
