package io.plimsoll.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T14:00:00Z, 2026-11-21T14:00:00.000000Z",
    "2026-11-21T14:00:00.5Z, 2026-11-21T14:00:00.500000Z",
    "2026-01-02T03:04:05.000009Z, 2026-01-02T03:04:05.000009Z",
    "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456Z"
  })
  void aTimeHasAlwaysSixDigits(String at, String written) {
    assertThat(Stamp.text(Instant.parse(at))).isEqualTo(written);
  }

  @Test
  void timesOfOneSecondAndOfTheNextAreTold() {
    var stamp = new Stamp();
    var bytes = new byte[Stamp.LENGTH];
    for (var at : new String[] {"14:00:00.999999", "14:00:01.000000", "14:00:01.000001"}) {
      stamp.write(Instant.parse("2026-11-21T" + at + "Z"), bytes, 0);
      assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains(at);
    }
  }

  @Test
  void aNameIsReadAsItIsWritten() {
    var folder = Path.of("data/journal");
    Stream.of(
            new JournalName(0, LocalDate.of(2026, 11, 21), 0, 1),
            new JournalName(12, LocalDate.of(2026, 1, 2), 23, 1),
            new JournalName(3, LocalDate.of(2026, 11, 21), 14, 12))
        .forEach(name -> assertThat(JournalName.of(name.in(folder))).contains(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21/shard-0-14.jsonl",
        "2026-11-21/shard-x-14.jsonl.zst",
        "2026-11-21/shard-0-4.jsonl.zst",
        "2026-13-21/shard-0-14.jsonl.zst",
        "native/shard-0-14.jsonl.zst",
        "shard-0-14.jsonl.zst"
      })
  void otherNamesAreNone(String path) {
    assertThat(JournalName.of(Path.of(path))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T14:59:59Z, 2026-11-21, 14, 3",
    "2026-11-21T15:00:00Z, 2026-11-21, 15, 1",
    "2026-11-22T00:00:00Z, 2026-11-22, 0, 1",
    "2026-11-21T13:00:00Z, 2026-11-21, 14, 3",
    "2025-01-01T20:00:00Z, 2026-11-21, 14, 3"
  })
  void theNextFileNeverComesBeforeTheLast(String at, LocalDate day, int hour, int number) {
    var last = new JournalName(0, LocalDate.of(2026, 11, 21), 14, 2);
    assertThat(JournalName.next(last, 0, Instant.parse(at)))
        .isEqualTo(new JournalName(0, day, hour, number));
  }

  @Test
  void anHourEndsWhereTheNextBegins() {
    assertThat(new JournalName(0, LocalDate.of(2026, 12, 31), 23, 2).end())
        .isEqualTo("2027-01-01T00:00:00Z");
  }

  @Test
  void whereNoJournalIsKeptNothingHappens(@TempDir Path folder) throws IOException {
    Recorder.none().take(Source.USER, "o");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tornBytesAreThoseBehindTheLastWholeZstdBlock(@TempDir Path folder) throws IOException {
    Path file;
    try (var kept = new Kept(folder).many(5).written(5)) {
      file = kept.files().getFirst();
      long open = Files.size(file);
      assertThat(ZstdFrame.tornBytes(file)).as("flushed, not ended").isZero();
      kept.journal().close();
      assertThat(ZstdFrame.tornBytes(file)).as("ended").isZero();
      var whole = Files.readAllBytes(file);
      for (int more = 1; more <= 5; more++) {
        Files.write(file, Arrays.copyOf(whole, (int) open + more));
        assertThat(ZstdFrame.tornBytes(file)).isEqualTo(more);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5})
  void aFileTooShortForAHeaderIsAllTorn(int length, @TempDir Path folder) throws IOException {
    var magic = new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x04};
    var file = Files.write(folder.resolve("short"), Arrays.copyOf(magic, length));
    assertThat(ZstdFrame.tornBytes(file)).isEqualTo(length);
  }
}
