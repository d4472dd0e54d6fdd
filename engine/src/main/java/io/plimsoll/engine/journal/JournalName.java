package io.plimsoll.engine.journal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which file: {@code 2026-11-21/shard-0-14.jsonl.zst}, and {@code shard-0-14-2.jsonl.zst} for the
 * second of the hour. In their order a shard's files make one chain.
 *
 * @param day in UTC
 * @param hour from 0, in UTC
 * @param number from 1
 */
record JournalName(int shard, LocalDate day, int hour, int number)
    implements Comparable<JournalName> {
  private static final Comparator<JournalName> ORDER =
      Comparator.comparingInt(JournalName::shard)
          .thenComparing(JournalName::day)
          .thenComparingInt(JournalName::hour)
          .thenComparingInt(JournalName::number);
  private static final Pattern FILE =
      Pattern.compile("shard-(\\d{1,6})-(\\d\\d)(?:-(\\d{1,6}))?\\.jsonl\\.zst");

  static Optional<JournalName> of(Path file) {
    var folder = file.toAbsolutePath().getParent();
    var match = FILE.matcher(String.valueOf(file.getFileName()));
    if (folder == null || !match.matches()) {
      return Optional.empty();
    }
    var number = match.group(3);
    return day(folder)
        .map(day ->
            new JournalName(
                Integer.parseInt(match.group(1)),
                day,
                Integer.parseInt(match.group(2)),
                number == null ? 1 : Integer.parseInt(number)));
  }

  /** The day a folder is for. */
  static Optional<LocalDate> day(Path folder) {
    try {
      return Optional.of(LocalDate.parse(String.valueOf(folder.getFileName())));
    } catch (DateTimeException someOtherFolder) {
      return Optional.empty();
    }
  }

  /**
   * The name of the next file. A clock that was set back does not lead back to an earlier hour: the
   * order of the names stays the order of the chain.
   */
  static JournalName next(@Nullable JournalName last, int shard, Instant at) {
    var time = at.atOffset(ZoneOffset.UTC);
    var fresh = new JournalName(shard, time.toLocalDate(), time.getHour(), 1);
    return last == null || fresh.compareTo(last) > 0
        ? fresh
        : new JournalName(shard, last.day, last.hour, last.number + 1);
  }

  /** The first instant of the hour after this file's. */
  Instant end() {
    return day.atStartOfDay(ZoneOffset.UTC).plusHours(hour + 1L).toInstant();
  }

  Path in(Path folder) {
    return folder
        .resolve(day.toString())
        .resolve(
            number == 1
                ? "shard-%d-%02d.jsonl.zst".formatted(shard, hour)
                : "shard-%d-%02d-%d.jsonl.zst".formatted(shard, hour, number));
  }

  @Override
  public int compareTo(JournalName other) {
    return ORDER.compare(this, other);
  }
}
