package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A journal in a test's folder, with a clock that moves when it is told to. */
final class Kept implements AutoCloseable {
  static final Instant TWO = Instant.parse("2026-11-21T14:00:00Z");

  /** Small, so that a few frames fill a block or a file. */
  static final Limits SMALL =
      new Limits(1 << 20, 4000, 1L << 30, Duration.ofMillis(20), Duration.ofMillis(20));

  final Path folder;
  private final Limits limits;
  private volatile Instant now = TWO;
  private int starts;
  private Journal journal;

  Kept(Path folder) {
    this(folder, SMALL);
  }

  Kept(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
    begin();
  }

  private void begin() {
    starts++;
    journal = Journal.open(folder, JournalSettings.USUAL, "start-" + starts, () -> now, limits);
  }

  /** Ends the engine's life in good order, and begins another. */
  Kept again() {
    journal.close();
    begin();
    return this;
  }

  Kept at(String time) {
    now = Instant.parse(time);
    return this;
  }

  Kept frames(String... texts) {
    for (var text : texts) {
      now = now.plusMillis(1);
      journal.recorder(0).take(Source.USER, text);
    }
    return this;
  }

  Kept many(int count) {
    for (int i = 0; i < count; i++) {
      frames(frame(i));
    }
    return this;
  }

  static String frame(int number) {
    return "a[{\"e\":\"props\",\"d\":{\"entityType\":\"position\",\"entity\":{\"id\":%d}}}]"
        .formatted(number);
  }

  static List<String> frames(int count) {
    var all = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      all.add(frame(i));
    }
    return all;
  }

  /** Waits until so many frames are on disk. */
  Kept written(long frames) {
    await(frames + " frames on disk", () -> journal.counts().written() >= frames);
    return this;
  }

  Journal journal() {
    return journal;
  }

  JournalCounts counts() {
    return journal.counts();
  }

  @Override
  public void close() {
    journal.close();
  }

  List<Path> files() {
    return files(folder);
  }

  static List<Path> files(Path folder) {
    try {
      return JournalFolder.files(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As in {@code 2026-11-21/shard-0-14.jsonl.zst}. */
  List<String> names() {
    return files().stream().map(each -> folder.relativize(each).toString()).toList();
  }

  JournalCheck check() {
    return check(folder);
  }

  static JournalCheck check(Path folder) {
    try {
      return JournalCheck.of(files(folder));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<String> texts() {
    return texts(files());
  }

  static List<String> texts(List<Path> files) {
    return files.stream()
        .flatMap(each -> lines(each).stream())
        .filter(JournalLine.Frame.class::isInstance)
        .map(each -> ((JournalLine.Frame) each).text())
        .toList();
  }

  static List<JournalLine> lines(Path file) {
    try (var reader = JournalReader.open(file)) {
      var all = new ArrayList<JournalLine>();
      for (var line = reader.next(); line != null; line = reader.next()) {
        all.add(line);
      }
      return all;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Ending ending(Path file) {
    try (var reader = JournalReader.open(file)) {
      while (reader.next() != null) {
        // To its end.
      }
      return reader.ending();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As {@code zstdcat} prints it; a file that is not ended as far as it goes. */
  static String text(Path file) {
    try (var zstd = new ZstdInputStream(Files.newInputStream(file)).setContinuous(true)) {
      return new String(zstd.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits for what must come; fails after twenty seconds, saying what was waited for. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }
}
