package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.journal.JournalCheck;
import io.plimsoll.engine.journal.JournalFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JournalCostTest {
  @TempDir private Path folder;

  /** Whether the aims are met is not a test's to say. */
  @Test
  void writesASoundJournalOfAllFramesAndPrintsWhatTheyCost() throws IOException {
    var out = new StringWriter();
    new CommandLine(new JournalCost())
        .setOut(new PrintWriter(out))
        .execute("--frames", "4500", "--warm-up", "500", "--folder", folder.toString());
    assertThat(out.toString())
        .startsWith("4,500 frames")
        .containsPattern("CPU of the caller +[\\d,]+ ns a frame")
        .containsPattern("CPU of the journal +[\\d,]+ ns a frame")
        .containsPattern("on disk +\\d+ bytes a frame")
        .containsPattern("dropped +0 frames");
    var check = JournalCheck.of(JournalFolder.files(folder));
    assertThat(check.frames()).isEqualTo(5000);
    assertThat(check.faults()).isEmpty();
  }

  @Test
  void framesCanBeSentAtARate() throws IOException {
    var out = new StringWriter();
    new CommandLine(new JournalCost())
        .setOut(new PrintWriter(out))
        .execute(
            "--frames", "2000", "--warm-up", "0", "--rate", "10000", "--folder", folder.toString());
    assertThat(out.toString()).startsWith("2,000 frames at 10,000 a second");
    assertThat(JournalCheck.of(JournalFolder.files(folder)).frames()).isEqualTo(2000);
  }
}
