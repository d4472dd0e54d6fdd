package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  @TempDir Path folder;

  private Path file(String path) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private void cleanAt(String time) {
    Retention.clean(folder, TWO_DAYS, Instant.parse(time));
  }

  @Test
  void aDayGoesOnceItIsOverForSoLong() throws IOException {
    var file = file("2026-11-18/shard-0-14.jsonl.zst");
    cleanAt("2026-11-20T23:59:59.999999Z");
    assertThat(file).exists();
    cleanAt("2026-11-21T00:00:00Z");
    assertThat(folder.resolve("2026-11-18")).doesNotExist();
  }

  @Test
  void youngerDaysStay() throws IOException {
    file("2026-11-18/shard-0-14.jsonl.zst");
    var file = file("2026-11-19/shard-0-14.jsonl.zst");
    cleanAt("2026-11-21T14:00:00Z");
    assertThat(file).exists();
    assertThat(folder.resolve("2026-11-18")).doesNotExist();
  }

  @Test
  void filesOfOthersStayAndTheirFolderToo() throws IOException {
    var journal = file("2026-11-01/shard-0-14-2.jsonl.zst");
    var notes = file("2026-11-01/notes.txt");
    var elsewhere = file("evidence/shard-0-14.jsonl.zst");
    cleanAt("2026-11-21T14:00:00Z");
    assertThat(journal).doesNotExist();
    assertThat(notes).exists();
    assertThat(elsewhere).exists();
  }

  @Test
  void aFolderThatIsNotThereIsNoTrouble() {
    Retention.clean(folder.resolve("none"), TWO_DAYS, Kept.TWO);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void oldDaysGoWhenANewFileBegins() throws IOException {
    var old = file("2026-10-21/shard-0-14.jsonl.zst");
    var young = file("2026-10-22/shard-0-14.jsonl.zst");
    try (var kept = new Kept(folder).at("2026-11-20T23:59:59Z").frames("one").written(1)) {
      assertThat(old).exists();
      kept.at("2026-11-21T00:00:00Z").frames("two").written(2);
      assertThat(old).doesNotExist();
      assertThat(young).exists();
    }
  }

  @Test
  void lessThanADayCannotBeKept() {
    assertThatThrownBy(() -> new JournalSettings(Duration.ofHours(23)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one day");
  }
}
