package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that write a journal and end badly. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void afterAKillAllThatWasOnDiskIsReadAndTheNextStartGoesOn() throws Exception {
    for (int life = 1; life <= 3; life++) {
      long onDisk;
      try (var writer = Scribe.start(folder)) {
        onDisk = writer.awaitWritten(3000L * life);
        writer.kill();
      }
      var files = Kept.files(folder);
      var last = files.getLast();
      assertThat(files).hasSize(life);
      assertThat(Kept.ending(last)).isInstanceOf(Ending.Sudden.class);
      var texts = Kept.texts(List.of(last));
      assertThat(texts).hasSizeGreaterThanOrEqualTo((int) onDisk);
      assertThat(texts).isEqualTo(Scribe.frames(texts.size()));
    }
    var check = Kept.check(folder);
    // The last may have been cut in the middle of a block; the others are vouched for.
    assertThat(check.faults()).allMatch(fault -> fault.what().startsWith("cut: "));
    assertThat(check.notes().toString())
        .contains("stops suddenly after this line")
        .contains(Kept.files(folder).getFirst() + ":");

    new Kept(folder).at("2030-01-01T00:00:00Z").frames("after").written(1).close();
    assertThat(Kept.check(folder).faults()).isEmpty();
  }

  @Test
  void aKillIsSaidWithTheLineAfterWhichItCame() throws Exception {
    try (var writer = Scribe.start(folder)) {
      writer.awaitWritten(1000);
      writer.kill();
    }
    var file = Kept.files(folder).getFirst();
    long lines = Kept.text(file).lines().count();
    assertThat(Kept.ending(file))
        .isInstanceOfSatisfying(
            Ending.Sudden.class, cut -> assertThat(cut.line()).isBetween(1000L, lines));
  }

  @Test
  void theNativeLibraryIsUnpackedIntoTheJournalsFolderAndLeavesNothing() throws Exception {
    var leftByAKill = folder.resolve("native/libzstd-jni-old.so");
    Files.createDirectories(leftByAKill.getParent());
    Files.writeString(leftByAKill, "");
    try (var writer = Scribe.start(folder)) {
      writer.awaitWritten(1);
    }
    assertThat(folder.resolve("native")).isDirectory();
    assertThat(leftByAKill).doesNotExist();
  }

  /** The system lets no file grow beyond a megabyte: a write fails in its middle. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whereAFileCannotGrowTheBlockGoesIntoTheNextFileAndNothingIsLost() throws Exception {
    try (var writer = Scribe.limited(folder, 1 << 20)) {
      writer.awaitFailures(2);
      writer.end();
    }
    var files = Kept.files(folder);
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Files.size(files.getFirst())).isLessThanOrEqualTo(1 << 20);
    for (var file : files) {
      assertThat(ZstdFrame.tornBytes(file)).as(file.toString()).isZero();
    }
    var texts = Kept.texts(files);
    assertThat(texts).isEqualTo(Scribe.frames(texts.size()));
    assertThat(Kept.check(folder).faults()).isEmpty();
    assertThat(Kept.ending(files.getLast())).isEqualTo(new Ending.Ended("closed"));
  }
}
