package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {
  @TempDir Path folder;

  @Test
  void whatWasTakenIsReadBackInItsOrder() {
    try (var kept = new Kept(folder).many(500)) {
      kept.journal().close();
      assertThat(kept.texts()).isEqualTo(Kept.frames(500));
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @Test
  void eachFrameKeepsItsTimeAndItsSocket() {
    try (var kept = new Kept(folder).at("2026-11-21T14:00:00.123456Z")) {
      kept.journal().recorder(0).take(Source.PRICES, "h");
      kept.at("2026-11-21T14:00:01Z").journal().recorder(0).take(Source.USER, "o");
      kept.journal().close();
      assertThat(Kept.lines(kept.files().getFirst()))
          .contains(
              new JournalLine.Frame(
                  Instant.parse("2026-11-21T14:00:00.123456Z"), Source.PRICES, "h"),
              new JournalLine.Frame(Instant.parse("2026-11-21T14:00:01Z"), Source.USER, "o"));
    }
  }

  @Test
  void aFrameIsReadableWhileTheFileIsStillWritten() {
    try (var kept = new Kept(folder).frames("o").written(1)) {
      assertThat(kept.texts()).containsExactly("o");
      assertThat(kept.check().notes()).singleElement().asString().contains("it is being written");
      assertThat(kept.check().faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[{\"s\":200,\"d\":\"he said \\\"no\\\"\"}]",
        "a line\nand\r\nanother\tand \u0000 and \u001f and \u007f",
        "back\\slash",
        "Grüße, 東京, \uD83D\uDEA2, \u2028\u2029",
        "a[{broken",
        "",
        "{\"h\":\"0000000000000000000000000000000000000000000000000000000000000000\"}"
      })
  void anyTextComesBackAsItCame(String text) {
    try (var kept = new Kept(folder).frames("before", text, "after")) {
      kept.journal().close();
      assertThat(kept.texts()).containsExactly("before", text, "after");
    }
  }

  @Test
  void everyLineIsOneJsonObject() {
    try (var kept = new Kept(folder).frames("a[\"\\u0000\n\"]", "\u0001\"").many(50)) {
      kept.journal().close();
      assertThat(Kept.text(kept.files().getFirst()).lines())
          .hasSizeGreaterThan(52)
          .allMatch(line -> JsonMapper.shared().readTree(line).isObject());
    }
  }

  @Test
  void aFrameOfTwelveMegabytesIsKept() {
    var large = "a[\"%s\"]".formatted("position \"netPos\":1, ".repeat(600_000));
    try (var kept = new Kept(folder, Limits.USUAL).frames("o", large, "h")) {
      kept.journal().close();
      assertThat(kept.texts()).containsExactly("o", large, "h");
      assertThat(kept.counts().lost()).isZero();
    }
  }

  @Test
  void eachShardHasItsOwnFilesAndChain() {
    try (var kept = new Kept(folder)) {
      kept.journal().recorder(0).take(Source.USER, "of zero");
      kept.journal().recorder(11).take(Source.USER, "of eleven");
      kept.journal().close();
      assertThat(kept.names())
          .containsExactly("2026-11-21/shard-0-14.jsonl.zst", "2026-11-21/shard-11-14.jsonl.zst");
      assertThat(Kept.texts(List.of(kept.files().getLast()))).containsExactly("of eleven");
      assertThat(kept.check().files())
          .allMatch(each -> each.header().prev().equals(Chain.BEGINNING));
    }
  }

  @Test
  void aShardHasOneRecorderHoweverOftenItIsAskedFor() {
    try (var kept = new Kept(folder)) {
      assertThat(kept.journal().recorder(3)).isSameAs(kept.journal().recorder(3));
    }
  }

  @Test
  void framesOfSeveralThreadsAreAllKept() throws InterruptedException {
    try (var kept = new Kept(folder, Limits.USUAL)) {
      var recorder = kept.journal().recorder(0);
      var threads =
          IntStream.range(0, 4)
              .mapToObj(n ->
                  Thread.ofPlatform()
                      .start(() -> {
                        for (int i = 0; i < 5000; i++) {
                          recorder.take(Source.USER, n + "/" + i);
                        }
                      }))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      kept.journal().close();
      assertThat(kept.texts()).hasSize(20_000).doesNotHaveDuplicates();
      assertThat(kept.texts().stream().filter(each -> each.startsWith("2/")))
          .isEqualTo(IntStream.range(0, 5000).mapToObj(i -> "2/" + i).toList());
    }
  }

  @Test
  void countsWhatIsOnDisk() throws Exception {
    try (var kept = new Kept(folder).many(300)) {
      kept.journal().close();
      var file = kept.files().getFirst();
      assertThat(kept.counts().written()).isEqualTo(300);
      assertThat(kept.counts().lost()).isZero();
      assertThat(kept.counts().failures()).isZero();
      assertThat(kept.counts().lineBytes()).isEqualTo(Kept.text(file).length());
      assertThat(kept.counts().fileBytes()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void whatComesAfterTheEndIsCountedAsLost() {
    var kept = new Kept(folder).frames("o");
    kept.close();
    kept.frames("too late", "too late");
    assertThat(kept.counts().written()).isEqualTo(1);
    assertThat(kept.counts().lost()).isEqualTo(2);
  }

  @Test
  void closingTwiceChangesNothing() {
    var kept = new Kept(folder).frames("o");
    kept.close();
    var files = kept.files();
    kept.close();
    assertThat(kept.files()).isEqualTo(files);
    assertThat(kept.check().faults()).isEmpty();
  }

  @Test
  void aJournalThatTookNothingHasNoFile() {
    var kept = new Kept(folder);
    kept.journal().recorder(0);
    kept.close();
    assertThat(kept.files()).isEmpty();
  }

  @Test
  void randomTextsOfRandomLengthsComeBack() {
    var random = new Random(7);
    var texts = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(3000);
      for (int c = 0; c < length; c++) {
        int any = random.nextInt(0x3000);
        text.append((char) (any < 0x1000 ? any % 128 : any));
      }
      texts.add(text.toString());
    }
    try (var kept = new Kept(folder).frames(texts.toArray(String[]::new))) {
      kept.journal().close();
      assertThat(kept.texts()).isEqualTo(texts);
    }
  }
}
