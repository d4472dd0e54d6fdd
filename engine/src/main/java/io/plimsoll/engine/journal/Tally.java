package io.plimsoll.engine.journal;

import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link JournalCounts}; several threads add to them. */
final class Tally {
  final LongAdder written = new LongAdder();
  final LongAdder lost = new LongAdder();
  final LongAdder failures = new LongAdder();
  final LongAdder lineBytes = new LongAdder();
  final LongAdder fileBytes = new LongAdder();

  JournalCounts counts() {
    return new JournalCounts(
        written.sum(), lost.sum(), failures.sum(), lineBytes.sum(), fileBytes.sum());
  }
}
