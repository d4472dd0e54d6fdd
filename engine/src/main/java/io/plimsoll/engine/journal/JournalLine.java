package io.plimsoll.engine.journal;

import java.time.Instant;

/** A line of a journal file, other than the hashes. */
public sealed interface JournalLine {
  /**
   * The first line of a file.
   *
   * @param start tells one start of the engine from another
   * @param prev hash of the last whole block before this file; 64 zeros: the journal begins here
   */
  record Header(int shard, Instant opened, String start, String prev) implements JournalLine {}

  /**
   * A frame as it came.
   *
   * @param at when it had come; not always after the line before, for the two sockets of a shard
   *     are read by two threads, and clocks are set
   */
  record Frame(Instant at, Source source, String text) implements JournalLine {}

  /**
   * Here the journal could not keep up.
   *
   * @param at when it could again
   * @param frames so many are missing
   * @param since when the first of them had come
   */
  record Lost(Instant at, long frames, Instant since) implements JournalLine {}

  /**
   * The last line of a file that the engine ended.
   *
   * @param why {@code hour}: the hour was over; {@code size}: the file was long enough; {@code
   *     closed}: the engine stopped
   */
  record End(String why) implements JournalLine {}
}
