package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files there are, and that they make one chain. */
class FilesTest {
  @TempDir Path folder;

  @Test
  void aNewHourHasANewFile() {
    try (var kept = new Kept(folder).at("2026-11-21T13:59:59.990Z").frames("one")) {
      kept.at("2026-11-21T14:00:00Z").frames("two").journal().close();
      assertThat(kept.names())
          .containsExactly("2026-11-21/shard-0-13.jsonl.zst", "2026-11-21/shard-0-14.jsonl.zst");
      assertThat(Kept.ending(kept.files().getFirst())).isEqualTo(new Ending.Ended("hour"));
      assertThat(Kept.ending(kept.files().getLast())).isEqualTo(new Ending.Ended("closed"));
      assertThat(kept.texts()).containsExactly("one", "two");
    }
  }

  @Test
  void aNewDayHasANewFolder() {
    try (var kept = new Kept(folder).at("2026-11-21T23:59:59Z").frames("one")) {
      kept.at("2026-11-22T00:00:00Z").frames("two").journal().close();
      assertThat(kept.names())
          .containsExactly("2026-11-21/shard-0-23.jsonl.zst", "2026-11-22/shard-0-00.jsonl.zst");
    }
  }

  @Test
  void eachFileBeginsWithTheHashTheLastOneStoppedWith() {
    try (var kept = new Kept(folder).frames("one")) {
      kept.at("2026-11-21T15:30:00Z").frames("two").journal().close();
      var reports = kept.check().files();
      assertThat(reports.getFirst().header().prev()).isEqualTo("0".repeat(64));
      assertThat(reports.getLast().header().prev())
          .isEqualTo(reports.getFirst().head())
          .matches("[0-9a-f]{64}");
    }
  }

  @Test
  void anotherStartWithinTheHourHasAFileOfItsOwn() {
    try (var kept = new Kept(folder).frames("one").again().frames("two")) {
      kept.journal().close();
      assertThat(kept.names())
          .containsExactly("2026-11-21/shard-0-14.jsonl.zst", "2026-11-21/shard-0-14-2.jsonl.zst");
      assertThat(kept.check().files())
          .extracting(each -> each.header().start())
          .containsExactly("start-1", "start-2");
      assertThat(kept.check().faults()).isEmpty();
      assertThat(kept.check().notes()).isEmpty();
    }
  }

  @Test
  void theTenthFileOfAnHourComesAfterTheNinth() {
    try (var kept = new Kept(folder).frames("1")) {
      for (int start = 2; start <= 11; start++) {
        kept.again().frames(Integer.toString(start));
      }
      kept.journal().close();
      assertThat(kept.names().getLast()).isEqualTo("2026-11-21/shard-0-14-11.jsonl.zst");
      assertThat(kept.texts()).startsWith("1", "2", "3").endsWith("9", "10", "11");
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void aLongFileIsFollowedByAnotherOfTheHour() {
    var limits = new Limits(1 << 20, 1000, 5000, Duration.ofMillis(20), Duration.ofMillis(20));
    try (var kept = new Kept(folder, limits).many(200)) {
      kept.journal().close();
      assertThat(kept.names()).hasSizeBetween(3, 10).contains("2026-11-21/shard-0-14-3.jsonl.zst");
      assertThat(Kept.ending(kept.files().getFirst())).isEqualTo(new Ending.Ended("size"));
      assertThat(kept.texts()).isEqualTo(Kept.frames(200));
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void aClockSetBackDoesNotLeadBackToAnEarlierFile() {
    try (var kept = new Kept(folder).at("2026-11-21T14:10:00Z").frames("one").written(1)) {
      kept.at("2026-11-21T13:50:00Z").frames("two").written(2);
      kept.again().frames("three").journal().close();
      assertThat(kept.names())
          .containsExactly("2026-11-21/shard-0-14.jsonl.zst", "2026-11-21/shard-0-14-2.jsonl.zst");
      assertThat(kept.texts()).containsExactly("one", "two", "three");
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void aFrameFromBeforeTheHourMayStandInTheHoursFile() {
    try (var kept = new Kept(folder).at("2026-11-21T14:00:00Z").frames("one")) {
      kept.at("2026-11-21T13:59:59.999Z").frames("of the other thread").journal().close();
      assertThat(kept.names()).containsExactly("2026-11-21/shard-0-14.jsonl.zst");
    }
  }

  @Test
  void theLastLineBeforeTheHashSaysWhyTheFileEnds() {
    try (var kept = new Kept(folder).frames("one")) {
      kept.journal().close();
      assertThat(Kept.lines(kept.files().getFirst()).getLast())
          .isEqualTo(new JournalLine.End("closed"));
    }
  }

  @Test
  void aNameOfTheStartThatWouldBreakItsLineIsRefused() {
    assertThatThrownBy(() -> Journal.open(folder, JournalSettings.USUAL, "\"", () -> Kept.TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(\")");
  }

  @Test
  void filesOfOtherNamesAreNoneOfTheJournals() throws Exception {
    try (var kept = new Kept(folder).frames("one")) {
      kept.journal().close();
      Files.writeString(folder.resolve("2026-11-21/notes.txt"), "mine");
      Files.writeString(folder.resolve("shard-0-14.jsonl.zst"), "no day's folder");
      assertThat(kept.names()).containsExactly("2026-11-21/shard-0-14.jsonl.zst");
    }
  }
}
