package io.plimsoll.bench;

import io.plimsoll.engine.journal.Journal;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.journal.Recorder;
import io.plimsoll.engine.journal.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the journal costs a frame: CPU of those who bring it, CPU of its own thread, disk. */
@Command(
    name = "JournalCost",
    mixinStandardHelpOptions = true,
    description = "Writes seeded frames through the real journal and prints what a frame costs.",
    showDefaultValues = true)
public final class JournalCost implements Callable<Integer> {
  private static final int CHUNK = 1000;
  private static final long WAITING = 100_000;
  private static final long CPU_AIM = 3000;
  private static final long BYTES_AIM = 60;
  private static final int MISSED = 1;

  @Option(names = "--frames", description = "measured frames", defaultValue = "2000000")
  private long frames;

  @Option(names = "--warm-up", description = "frames before those", defaultValue = "300000")
  private long warmUp;

  @Option(names = "--accounts", description = "accounts they are of", defaultValue = "5000")
  private int accounts;

  @Option(
      names = "--rate",
      description = "frames a second; 0: as fast as the journal writes",
      defaultValue = "0")
  private long rate;

  @Option(names = "--seed", description = "same seed, same frames", defaultValue = "1")
  private long seed;

  @Option(
      names = "--folder",
      description = "where the journal is written, and left; default: a temporary one")
  private @Nullable Path given;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  public static void main(String[] arguments) {
    Log.toStandardError();
    System.exit(new CommandLine(new JournalCost()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var folder = given == null ? Files.createTempDirectory("journal-cost") : given;
    try (var journal =
        Journal.open(folder, JournalSettings.USUAL, "journal-cost", InstantSource.system())) {
      return measure(journal);
    } finally {
      if (given == null) {
        delete(folder);
      }
    }
  }

  private int measure(Journal journal) {
    var made = new SeededFrames(seed, accounts, rate == 0 ? 100_000 : rate);
    var recorder = journal.recorder(0);
    send(made, recorder, journal, warmUp);
    var before = Meter.read(journal);
    var sent = send(made, recorder, journal, frames);
    var after = Meter.read(journal);
    var cost = after.since(before);
    long cpu = (sent.cpu() + cost.journalCpu()) / frames;
    long bytes = cost.counts().fileBytes() / frames;
    var out = spec.commandLine().getOut();
    out.printf(
        "%,d frames%s, seed %d, %d accounts, on %s%n",
        frames, atRate(), seed, accounts, Machine.text());
    out.printf("a frame's text          %,6d bytes%n", sent.bytes() / frames);
    out.printf("CPU of the caller       %,6d ns a frame%n", sent.cpu() / frames);
    out.printf("CPU of the journal      %,6d ns a frame%n", cost.journalCpu() / frames);
    out.printf("both                    %,6d ns a frame (aim: below %,d)%n", cpu, CPU_AIM);
    out.printf("on disk                 %,6d bytes a frame (aim: below %d)%n", bytes, BYTES_AIM);
    out.printf(
        "allocated               %,6d bytes a frame by the caller, %,d by the journal%n",
        sent.allocated() / frames, cost.journalAllocated() / frames);
    out.printf("dropped                 %,6d frames%n", cost.counts().lost());
    out.flush();
    return cpu < CPU_AIM && bytes < BYTES_AIM && cost.counts().lost() == 0 ? 0 : MISSED;
  }

  private String atRate() {
    return rate == 0 ? " as fast as they are written" : " at %,d a second".formatted(rate);
  }

  /** What sending has cost this thread, without what making the frames has. */
  private record Sent(long cpu, long allocated, long bytes) {}

  private Sent send(SeededFrames made, Recorder recorder, Journal journal, long count) {
    long cpu = 0;
    long allocated = 0;
    long bytes = 0;
    long begun = System.nanoTime();
    long written = journal.counts().written();
    var chunk = new ArrayList<SeededFrames.Sent>(CHUNK);
    for (long done = 0; done < count; done += chunk.size()) {
      fill(chunk, made, Math.min(CHUNK, count - done));
      bytes += chunk.stream().mapToLong(frame -> frame.text().length()).sum();
      awaitTurn(journal, written + done, begun, done);
      long cpuBefore = Meter.cpu();
      long allocatedBefore = Meter.allocated();
      take(chunk, recorder);
      cpu += Meter.cpu() - cpuBefore;
      allocated += Meter.allocated() - allocatedBefore;
    }
    while (journal.counts().written() + journal.counts().lost() < written + count) {
      LockSupport.parkNanos(1_000_000);
    }
    return new Sent(cpu, allocated, bytes);
  }

  private static void fill(List<SeededFrames.Sent> chunk, SeededFrames made, long count) {
    chunk.clear();
    for (long i = 0; i < count; i++) {
      chunk.add(made.next());
    }
  }

  private static void take(List<SeededFrames.Sent> chunk, Recorder recorder) {
    for (var frame : chunk) {
      recorder.take(frame.isPrice() ? Source.PRICES : Source.USER, frame.text());
    }
  }

  private void awaitTurn(Journal journal, long sent, long begun, long done) {
    if (rate > 0) {
      long due = begun + done * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    } else {
      while (journal.counts().written() < sent - WAITING) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(each -> {
            try {
              Files.delete(each);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }
}
