package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.journal.JournalLine;
import io.plimsoll.engine.journal.JournalReader;
import io.plimsoll.engine.journal.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sockets bring is in the journal. */
class RecordingTest {
  @TempDir Path folder;

  private List<JournalLine.Frame> frames() {
    var frames = new ArrayList<JournalLine.Frame>();
    try (var files = Files.walk(folder.resolve("journal"))) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (var reader = JournalReader.open(file)) {
          for (var line = reader.next(); line != null; line = reader.next()) {
            if (line instanceof JournalLine.Frame frame) {
              frames.add(frame);
            }
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return frames;
  }

  @Test
  void everyFrameOfBothSocketsOfEachShardIsWrittenDown() {
    try (var rig = new Rig(folder).spread(2).start()) {
      rig.awaitQuoted(1);
      rig.movePrice("-1");
      await("the move is written", () -> frames().stream().anyMatch(f -> f.text().contains("md")));
      rig.stop();
    }
    assertThat(frames()).anyMatch(f -> f.source() == Source.USER && f.text().equals("o"));
    assertThat(frames()).anyMatch(f -> f.source() == Source.USER && f.text().contains("accounts"));
    assertThat(frames()).anyMatch(f -> f.source() == Source.PRICES && f.text().contains("quotes"));
    assertThat(frames()).noneMatch(f -> f.text().contains("accessToken"));
  }
}
