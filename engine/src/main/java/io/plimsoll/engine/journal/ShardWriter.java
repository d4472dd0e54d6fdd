package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one shard, written by the journal's thread alone. What is not yet in a file stays in
 * memory, so a failure loses nothing until the queue is full.
 */
final class ShardWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ShardWriter.class);

  private final int shard;
  private final Place place;
  private final Limits limits;
  private final Tally tally;
  private final InstantSource clock;
  private final Intake intake;
  private final Chain chain = new Chain();
  private final Lines block = new Lines();
  private final Complaints complaints;
  private @Nullable JournalFile file;
  private @Nullable JournalName name;
  private @Nullable String head;
  private Instant begun = Instant.EPOCH;
  private long begunNanos;
  private long frames;

  /**
   * Where a journal lies and whose it is.
   *
   * @param start tells one start of the engine from another
   */
  record Place(Path folder, Duration keep, String start) {}

  ShardWriter(
      int shard, Place place, Limits limits, Tally tally, InstantSource clock, Intake intake) {
    this.shard = shard;
    this.place = place;
    this.limits = limits;
    this.tally = tally;
    this.clock = clock;
    this.intake = intake;
    this.complaints = new Complaints(shard, limits.retryAfter());
  }

  int shard() {
    return shard;
  }

  Intake intake() {
    return intake;
  }

  /** Writes what waits, one block at most. True if more waits. */
  boolean turn() {
    if (complaints.isPausing()) {
      return false;
    }
    try {
      boolean more = advance();
      complaints.isWell(intake.lost());
      return more;
    } catch (IOException | RuntimeException | LinkageError failed) {
      failed(failed);
      return false;
    }
  }

  private boolean advance() throws IOException {
    if (block.size() >= limits.block()) {
      seal(null);
    }
    for (var next = intake.next(); next != null; next = intake.next()) {
      fileFor(next.at());
      begin(next.at());
      if (next.before() != null) {
        block.lost(next.at(), next.before());
      }
      block.frame(next);
      frames++;
      intake.written();
      if (block.size() >= limits.block()) {
        seal(null);
        return true;
      }
    }
    noteGap();
    if (!block.isEmpty() && System.nanoTime() - begunNanos >= limits.flushAfter().toNanos()) {
      seal(null);
    }
    return false;
  }

  /** Where nothing came after what was lost, that is told without waiting. */
  private void noteGap() throws IOException {
    if (!intake.hasGap()) {
      return;
    }
    var now = clock.instant();
    fileFor(now);
    begin(now);
    var gap = intake.endGap();
    if (gap != null) {
      block.lost(now, gap);
    }
  }

  private void begin(Instant at) {
    if (block.isEmpty()) {
      begun = at;
      begunNanos = System.nanoTime();
    }
  }

  private void fileFor(Instant at) throws IOException {
    if (file != null && name != null && !at.isBefore(name.end())) {
      finish("hour");
    } else if (file != null && file.lineBytes() >= limits.file()) {
      finish("size");
    }
    if (file == null) {
      open(at);
    }
  }

  private void open(Instant at) throws IOException {
    Files.createDirectories(place.folder());
    NativeZstd.loadFrom(place.folder().resolve("native"));
    if (head == null) {
      var last = LastFile.of(place.folder(), shard);
      name = last.name();
      head = last.head();
    }
    Retention.clean(place.folder(), place.keep(), clock.instant());
    var next = JournalName.next(name, shard, at);
    var made = create(next);
    try {
      var header = new Lines();
      header.line(
          "{\"journal\":1,\"shard\":%d,\"opened\":\"%s\",\"start\":\"%s\",\"prev\":\"%s\"}"
              .formatted(shard, Stamp.text(clock.instant()), place.start(), head));
      head = write(made, header, head, false);
    } catch (IOException | RuntimeException failed) {
      abandon(made);
      throw failed;
    }
    file = made;
    name = next;
  }

  private JournalFile create(JournalName next) throws IOException {
    try {
      return JournalFile.create(next.in(place.folder()));
    } catch (FileAlreadyExistsException notOurs) {
      name = next; // or it would stop us for ever
      throw notOurs;
    }
  }

  /** One block with its hash; returns the hash. */
  private String write(JournalFile to, Lines lines, String before, boolean last)
      throws IOException {
    var hash = chain.next(before, lines.bytes(), 0, lines.size());
    lines.line("{\"h\":\"%s\"}".formatted(hash));
    long earlier = to.fileBytes();
    if (last) {
      to.end(lines);
    } else {
      to.append(lines);
    }
    tally.lineBytes.add(lines.size());
    tally.fileBytes.add(to.fileBytes() - earlier);
    return hash;
  }

  /**
   * Ends the block.
   *
   * @param end why the file ends with it; absent: it does not
   */
  private void seal(@Nullable String end) throws IOException {
    if (file == null) {
      open(begun);
    }
    int lines = block.size();
    boolean sealed = false;
    try {
      if (end != null) {
        block.line("{\"end\":\"%s\"}".formatted(end));
      }
      head = write(Objects.requireNonNull(file), block, Objects.requireNonNull(head), end != null);
      sealed = true;
    } finally {
      if (!sealed) {
        block.backTo(lines);
      }
    }
    block.clear(limits.block());
    tally.written.add(frames);
    frames = 0;
  }

  private void finish(String why) throws IOException {
    seal(why);
    // A head that is kept elsewhere proves that what is before it was not written anew.
    LOG.atInfo()
        .setMessage("journal file ended")
        .addKeyValue("file", name == null ? null : name.in(Path.of("")))
        .addKeyValue("head", head)
        .log();
    file = null;
  }

  private void failed(Throwable cause) {
    tally.failures.increment();
    complaints.failed(place.folder(), cause);
    var broken = file;
    file = null;
    if (broken != null) {
      abandon(broken);
    }
  }

  private static void abandon(JournalFile broken) {
    try {
      broken.abandon();
    } catch (IOException | RuntimeException stillFailing) {
      LOG.atWarn()
          .setMessage("journal file left as it is")
          .addKeyValue("file", broken.path())
          .addKeyValue("reason", stillFailing)
          .log();
    }
  }

  /** Writes all that waits and ends the file. Tries once; what fails is lost, and counted. */
  void close() {
    int waiting = intake.close();
    try {
      while (advance()) {
        // Until nothing waits.
      }
      if (file != null || !block.isEmpty()) {
        finish("closed");
      }
    } catch (IOException | RuntimeException | LinkageError failed) {
      failed(failed);
      tally.lost.add(frames + intake.close());
      LOG.atError()
          .setMessage("journal not written to its end")
          .addKeyValue("shard", shard)
          .addKeyValue("waiting", waiting)
          .log();
    }
  }
}
