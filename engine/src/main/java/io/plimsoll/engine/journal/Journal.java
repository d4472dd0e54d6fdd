package io.plimsoll.engine.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes frames down: JSON Lines in zstd, a file for each shard and hour, chained by hashes. One
 * thread writes for all shards. Whatever becomes of the disk, those who bring frames are neither
 * held up nor told; see {@link #counts}.
 *
 * <p>A frame is on disk less than a second after it was taken, as long as the disk keeps up.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** Looking often costs less than being woken for each frame. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** What can stand in a line without being escaped. */
  private static final Pattern START = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final ShardWriter.Place place;
  private final Limits limits;
  private final Tally tally = new Tally();
  private final List<ShardWriter> shards = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("journal").daemon().unstarted(this::run);
  private final Room room;
  private volatile boolean closing;

  private Journal(ShardWriter.Place place, Limits limits, InstantSource clock) {
    this.place = place;
    this.limits = limits;
    this.clock = clock;
    this.room = new Room(limits.waiting(), () -> LockSupport.unpark(thread));
  }

  /**
   * Begins, or goes on where an earlier start stopped. Nothing is thrown when the folder cannot be
   * written: that is logged and tried again.
   *
   * @param folder for the journal alone; at most one engine writes to it
   * @param start tells this start of the engine from others; letters, digits and hyphens; stands in
   *     each file
   * @throws IllegalArgumentException when the start's name has other characters
   */
  public static Journal open(
      Path folder, JournalSettings settings, String start, InstantSource clock) {
    return open(folder, settings, start, clock, Limits.USUAL);
  }

  static Journal open(
      Path folder, JournalSettings settings, String start, InstantSource clock, Limits limits) {
    if (!START.matcher(start).matches()) {
      throw new IllegalArgumentException(
          "The start's name (%s) must be 1 to 64 letters, digits and hyphens.".formatted(start));
    }
    var journal = new Journal(new ShardWriter.Place(folder, settings.keep(), start), limits, clock);
    journal.thread.start();
    return journal;
  }

  /** The one recorder of this shard. */
  public synchronized Recorder recorder(int shard) {
    for (var writer : shards) {
      if (writer.shard() == shard) {
        return writer.intake();
      }
    }
    var writer =
        new ShardWriter(shard, place, limits, tally, clock, new Intake(clock, room, tally));
    shards.add(writer);
    return writer.intake();
  }

  public JournalCounts counts() {
    return tally.counts();
  }

  /** The thread that writes, for those who measure what it costs. */
  public long threadId() {
    return thread.threadId();
  }

  private void run() {
    while (!closing) {
      boolean more = false;
      for (var writer : shards) {
        more |= writer.turn();
      }
      if (!more) {
        LockSupport.parkNanos(this, PAUSE.toNanos());
      }
    }
    shards.forEach(ShardWriter::close);
  }

  /** Writes what waits and ends the files. Gives up on a disk that does not answer. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      if (!thread.join(PATIENCE)) {
        LOG.atError()
            .setMessage("journal not closed: the disk does not answer")
            .addKeyValue("folder", place.folder())
            .log();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
