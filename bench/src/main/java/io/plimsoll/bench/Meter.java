package io.plimsoll.bench;

import com.sun.management.ThreadMXBean;
import io.plimsoll.engine.journal.Journal;
import io.plimsoll.engine.journal.JournalCounts;
import java.lang.management.ManagementFactory;

/**
 * What threads have used until now.
 *
 * @param journalCpu nanoseconds of the journal's thread, in the system's calls too
 * @param journalAllocated bytes
 */
record Meter(JournalCounts counts, long journalCpu, long journalAllocated) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Meter read(Journal journal) {
    return new Meter(
        journal.counts(),
        THREADS.getThreadCpuTime(journal.threadId()),
        THREADS.getThreadAllocatedBytes(journal.threadId()));
  }

  Meter since(Meter before) {
    var then = before.counts;
    return new Meter(
        new JournalCounts(
            counts.written() - then.written(),
            counts.lost() - then.lost(),
            counts.failures() - then.failures(),
            counts.lineBytes() - then.lineBytes(),
            counts.fileBytes() - then.fileBytes()),
        journalCpu - before.journalCpu,
        journalAllocated - before.journalAllocated);
  }

  /** Nanoseconds of this thread. */
  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Bytes of this thread. */
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
