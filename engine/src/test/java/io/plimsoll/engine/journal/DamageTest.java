package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that were changed, cut or taken away. */
class DamageTest {
  @TempDir Path folder;

  /** One ended file of several blocks. */
  private Path file(int frames) {
    try (var kept = new Kept(folder).many(frames)) {
      kept.journal().close();
      return kept.files().getFirst();
    }
  }

  private static void write(Path file, String lines) throws IOException {
    Files.write(file, Zstd.compress(lines.getBytes(StandardCharsets.UTF_8), 3));
  }

  @Test
  void aChangedFrameIsFoundAtItsBlock() throws IOException {
    var file = file(200);
    var lines = Kept.text(file).lines().toList();
    int changed = lines.indexOf(lineOf(lines, Kept.frame(150)));
    int block = changed;
    while (!lines.get(block - 1).startsWith("{\"h\"")) {
      block--;
    }
    write(file, Kept.text(file).replace("\\\"id\\\":150}", "\\\"id\\\":151}"));

    assertThat(Kept.check(folder).faults())
        .containsExactly(
            new Fault(
                file,
                block + 1,
                "these lines do not have the hash that follows them: they were changed"));
    assertThat(Kept.texts(List.of(file)))
        .isNotEmpty()
        .isEqualTo(Kept.frames(200).subList(0, Kept.texts(List.of(file)).size()));
  }

  private static String lineOf(List<String> lines, String frame) {
    var escaped = frame.replace("\"", "\\\"");
    return lines.stream().filter(each -> each.contains(escaped)).findFirst().orElseThrow();
  }

  @Test
  void aFaultIsPrintedWithFileAndLine() {
    assertThat(new Fault(Path.of("a/b.zst"), 7, "is wrong")).hasToString("a/b.zst:7: is wrong");
  }

  @Test
  void aBlockTakenOutOfTheMiddleIsMissed() throws IOException {
    var file = file(200);
    var lines = Kept.text(file).lines().toList();
    var hashes = lines.stream().filter(each -> each.startsWith("{\"h\"")).toList();
    int from = lines.indexOf(hashes.get(1)) + 1;
    int to = lines.indexOf(hashes.get(2)) + 1;
    var rest = new ArrayList<>(lines);
    rest.subList(from, to).clear();
    write(file, String.join("\n", rest) + "\n");
    assertThat(Kept.check(folder).faults())
        .singleElement()
        .extracting(Fault::line)
        .isEqualTo(from + 1L);
  }

  @Test
  void linesAddedAfterTheEndAreFound() throws IOException {
    var file = file(3);
    var lines = Kept.text(file);
    var last = lines.substring(lines.lastIndexOf("{\"h\":\"") + 6).substring(0, 64);
    var more = "{\"t\":\"2026-11-21T14:00:01.000000Z\",\"s\":\"user\",\"f\":\"h\"}\n";
    var bytes = more.getBytes(StandardCharsets.UTF_8);
    var hash = new Chain().next(last, bytes, 0, bytes.length);
    write(file, lines + more + "{\"h\":\"" + hash + "\"}\n");
    assertThat(Kept.check(folder).faults())
        .singleElement()
        .extracting(Fault::what)
        .isEqualTo("lines follow after the end that the engine wrote");
  }

  @Test
  void theSameLinesPackedAgainAreGood() throws IOException {
    var file = file(200);
    Files.write(file, Zstd.compress(Kept.text(file).getBytes(StandardCharsets.UTF_8), 19));
    assertThat(Kept.check(folder).faults()).isEmpty();
    assertThat(Kept.texts(List.of(file))).isEqualTo(Kept.frames(200));
  }

  @Test
  void aFileOfSomethingElseIsNoJournal() throws IOException {
    var file = file(3);
    write(file, "{\"t\":1}\n{\"h\":\"%s\"}\n".formatted("0".repeat(64)));
    assertThat(Kept.ending(file))
        .isEqualTo(
            new Ending.Faulty(
                new Fault(
                    file,
                    1,
                    "this is no journal file of format 1, or its first lines are missing")));
  }

  @Test
  void whatIsNoZstdAtAllIsAFault() throws IOException {
    var file = file(3);
    Files.writeString(file, "not packed\n".repeat(100));
    assertThat(Kept.ending(file))
        .isEqualTo(new Ending.Faulty(new Fault(file, 1, "from here on it cannot be unpacked")));
  }

  @Test
  void whereverItIsCutAllWholeBlocksBeforeAreReadAndTheCutIsNoticed() throws IOException {
    var file = file(120);
    var whole = Files.readAllBytes(file);
    var texts = Kept.frames(120);
    int read = 0;
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      var got = Kept.texts(List.of(file));
      assertThat(got).isEqualTo(texts.subList(0, got.size()));
      assertThat(got.size()).as("a longer file holds no less").isGreaterThanOrEqualTo(read);
      assertThat(Kept.ending(file)).as("cut at " + length).isInstanceOf(Ending.Sudden.class);
      read = got.size();
    }
    assertThat(read).isGreaterThan(80);
  }

  @Test
  void noByteCanBeChangedSoThatOtherLinesAreBelieved() throws IOException {
    var file = file(60);
    var whole = Files.readAllBytes(file);
    var texts = Kept.frames(60);
    for (int at = 0; at < whole.length; at++) {
      var changed = whole.clone();
      changed[at] ^= 0x11;
      Files.write(file, changed);
      var got = Kept.texts(List.of(file));
      assertThat(got).as("byte " + at).isEqualTo(texts.subList(0, got.size()));
      if (got.size() < texts.size()) {
        assertThat(Kept.ending(file)).isNotInstanceOf(Ending.Ended.class);
      }
    }
  }

  @Test
  void aFileTakenAwayIsMissedByTheNext() throws IOException {
    try (var kept = new Kept(folder).frames("one")) {
      kept.at("2026-11-21T15:00:00Z").frames("two");
      kept.at("2026-11-21T16:00:00Z").frames("three").journal().close();
      Files.delete(kept.files().get(1));
      assertThat(kept.check().faults())
          .containsExactly(
              new Fault(
                  kept.files().getLast(),
                  1,
                  "does not go on where the file before it stops: something between them was taken away, or is changed"));
    }
  }

  @Test
  void filesThatChangedPlacesAreFound() throws IOException {
    try (var kept = new Kept(folder).frames("one")) {
      kept.at("2026-11-21T15:00:00Z").frames("two");
      kept.at("2026-11-21T16:00:00Z").frames("three").journal().close();
      var spare = folder.resolve("spare");
      Files.move(kept.files().get(1), spare);
      Files.move(kept.files().getLast(), folder.resolve("2026-11-21/shard-0-15.jsonl.zst"));
      Files.move(spare, folder.resolve("2026-11-21/shard-0-16.jsonl.zst"));
      assertThat(kept.check().faults()).hasSize(2);
    }
  }

  @Test
  void whatRetentionTookFromTheFrontIsANoteOnly() throws IOException {
    try (var kept = new Kept(folder).frames("one")) {
      kept.at("2026-11-21T15:00:00Z").frames("two").journal().close();
      Files.delete(kept.files().getFirst());
      assertThat(kept.check().faults()).isEmpty();
      assertThat(kept.check().notes())
          .singleElement()
          .asString()
          .endsWith(
              "the files before this one are not here, so that it follows them is not proven");
    }
  }

  @Test
  void aFileAfterADamagedOneIsStillProvenByItself() throws IOException {
    try (var kept = new Kept(folder).frames("one")) {
      kept.at("2026-11-21T15:00:00Z").frames("two").journal().close();
      Files.writeString(kept.files().getFirst(), "gone");
      assertThat(kept.check().faults()).hasSize(1);
      assertThat(kept.check().frames()).isEqualTo(1);
    }
  }

  @Test
  void theEndCutOffTheNewestFileIsAFault() throws IOException {
    var file = file(50);
    var whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    var check = Kept.check(folder);
    assertThat(check.faults())
        .singleElement()
        .extracting(Fault::what)
        .isEqualTo("cut: the file stops in the middle of the block that begins here");
  }

  @Test
  void theEndCutOffAnOlderFileIsMissedByTheNext() throws IOException {
    try (var kept = new Kept(folder).many(200)) {
      kept.at("2026-11-21T15:00:00Z").frames("two").journal().close();
      var file = kept.files().getFirst();
      var whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      assertThat(kept.check().faults())
          .extracting(Fault::file)
          .containsExactly(kept.files().get(1));
    }
  }

  @Test
  void aHashCanBeProvenWithAnyTool() {
    var block = "{\"end\":\"closed\"}\n".getBytes(StandardCharsets.UTF_8);
    // printf '%064d{"end":"closed"}\n' 0 | sha256sum
    assertThat(new Chain().next(Chain.BEGINNING, block, 0, block.length))
        .isEqualTo("20f9ee8aac497cc121b6eff7e4fa346bed04f5081c9b9a94c52b58e03f9eaff1");
  }
}
