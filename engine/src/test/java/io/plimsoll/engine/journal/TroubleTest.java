package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that cannot be written, here a file where the folder should be. */
class TroubleTest {
  @TempDir Path disk;

  private Path blocked() throws IOException {
    return Files.writeString(disk.resolve("journal"), "in the way");
  }

  private static void unblock(Path folder) throws IOException {
    Files.delete(folder);
  }

  @Test
  void framesWaitUntilTheFolderCanBeWritten() throws IOException {
    var folder = blocked();
    try (var kept = new Kept(folder).many(100)) {
      Kept.await("a failure", () -> kept.counts().failures() > 1);
      assertThat(kept.counts().written()).isZero();
      unblock(folder);
      kept.written(100).journal().close();
      assertThat(kept.texts()).isEqualTo(Kept.frames(100));
      assertThat(kept.counts().lost()).isZero();
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void whatDoesNotFitIsDroppedCountedAndToldWhereItIsMissing() throws IOException {
    var folder = blocked();
    try (var kept = new Kept(folder)) {
      var large = "x".repeat(400_000);
      kept.frames(large, large).at("2026-11-21T14:00:05Z").frames(large, large, large);
      assertThat(kept.counts().lost()).isEqualTo(3);
      unblock(folder);
      kept.written(2).at("2026-11-21T14:00:09Z").frames("after").journal().close();
      var lines = kept.files().stream().flatMap(each -> Kept.lines(each).stream()).toList();
      assertThat(lines)
          .filteredOn(JournalLine.Lost.class::isInstance)
          .singleElement()
          .satisfies(line -> {
            var lost = (JournalLine.Lost) line;
            assertThat(lost.frames()).isEqualTo(3);
            assertThat(lost.since()).isEqualTo("2026-11-21T14:00:05.001Z");
          });
      assertThat(kept.texts()).containsExactly(large, large, "after");
      assertThat(kept.check().lost()).isEqualTo(3);
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void whatIsMissingIsToldEvenWhenNothingComesAfterIt() throws IOException {
    var folder = blocked();
    try (var kept = new Kept(folder)) {
      kept.frames("x".repeat(900_000), "x".repeat(900_000));
      unblock(folder);
      kept.written(1).journal().close();
      assertThat(kept.check().lost()).isEqualTo(1);
    }
  }

  @Test
  void aFrameLargerThanAllThatMayWaitIsKeptWhenNothingElseWaits() throws IOException {
    var folder = blocked();
    try (var kept = new Kept(folder)) {
      kept.frames("x".repeat(3 << 20), "dropped");
      assertThat(kept.counts().lost()).isEqualTo(1);
      unblock(folder);
      kept.written(1);
    }
  }

  @Test
  void aJournalThatNeverCouldBeWrittenEndsAndSaysWhatIsLost() throws IOException {
    var kept = new Kept(blocked()).many(10);
    kept.close();
    assertThat(kept.counts().written()).isZero();
    assertThat(kept.counts().lost()).isEqualTo(10);
  }

  @Test
  void aFileThatLiesWhereTheNextShouldBeIsLeftAlone() throws IOException {
    var folder = disk.resolve("journal");
    try (var kept = new Kept(folder).frames("one").written(1)) {
      var other = folder.resolve("2026-11-21/shard-0-15.jsonl.zst");
      Files.writeString(other, "somebody else's");
      kept.at("2026-11-21T15:00:00Z").frames("two").written(2).journal().close();
      assertThat(other).hasContent("somebody else's");
      assertThat(Kept.texts(List.of(kept.files().getLast()))).containsExactly("two");
    }
  }

  @Test
  void anOldFileThatCannotBeReadDoesNotKeepNewOnesFromBeingWritten() throws IOException {
    var folder = disk.resolve("journal");
    var old = folder.resolve("2026-11-21/shard-0-14.jsonl.zst");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "no zstd");
    try (var kept = new Kept(folder).frames("one")) {
      kept.journal().close();
      assertThat(kept.names()).last().isEqualTo("2026-11-21/shard-0-14-2.jsonl.zst");
      assertThat(Kept.texts(List.of(kept.files().getLast()))).containsExactly("one");
    }
  }

  @Test
  void anEmptyFileOfAKillAtItsFirstMomentIsPassedOver() throws IOException {
    var folder = disk.resolve("journal");
    new Kept(folder).frames("one").written(1).close();
    Files.createFile(folder.resolve("2026-11-21/shard-0-14-2.jsonl.zst"));
    try (var kept = new Kept(folder).frames("two")) {
      kept.journal().close();
      assertThat(kept.names()).last().isEqualTo("2026-11-21/shard-0-14-3.jsonl.zst");
      assertThat(kept.check().faults()).isEmpty();
      assertThat(kept.texts()).containsExactly("one", "two");
    }
  }

  @Test
  void theGapEndsWithTheNextFrameThatIsTaken() {
    var tally = new Tally();
    var intake = new Intake(() -> Instant.EPOCH, new Room(500, () -> {}), tally);
    intake.take(Source.USER, "x".repeat(300));
    intake.take(Source.USER, "x".repeat(300));
    intake.written();
    intake.take(Source.USER, "next");
    intake.take(Source.USER, "and next");
    assertThat(intake.next().before()).isEqualTo(new Gap(1, Instant.EPOCH));
    intake.written();
    assertThat(intake.next().before()).isNull();
    assertThat(tally.counts().lost()).isEqualTo(1);
  }

  @Test
  void theThreadIsWokenWhenAQuarterIsUsedAndNotForEachFrame() {
    var woken = new AtomicInteger();
    var room = new Room(1000, woken::incrementAndGet);
    for (int i = 0; i < 20; i++) {
      assertThat(room.take(50)).isTrue();
    }
    assertThat(room.take(1)).isFalse();
    assertThat(woken).hasValue(1);
    room.give(1);
    assertThat(room.take(1)).isTrue();
  }
}
