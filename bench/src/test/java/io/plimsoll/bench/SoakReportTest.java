package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.journal.Fault;
import io.plimsoll.engine.journal.JournalCheck;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakReportTest {
  private final SoakReport report = new SoakReport();

  private static Sample sample(long heap, int stuck) {
    return new Sample(Duration.ZERO, 100, 1000, heap, Duration.ZERO, stuck, 2, 2);
  }

  private String printed() {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    report.print(writer);
    writer.flush();
    return out.toString();
  }

  @Test
  void nothingWrongIsGood() {
    report.sample(sample(1000, 0));
    report.compared(
        List.of(
            new Comparison(EntityType.POSITION, 3, 3, List.of(), List.of(), List.of(), List.of())));
    report.errors(Map.of());
    report.journal(new JournalCheck(List.of(), List.of(), List.of()));
    assertThat(printed()).contains("position").endsWith("good" + System.lineSeparator());
    assertThat(report.isGood()).isTrue();
  }

  @Test
  void aStuckShardIsNotGood() {
    report.sample(sample(1000, 1));
    assertThat(printed()).contains("FAILED: 1 shards were stuck").contains("not good");
  }

  @Test
  void booksThatDifferAreNotGood() {
    report.compared(
        List.of(
            new Comparison(
                EntityType.POSITION, 3, 3, List.of(), List.of(), List.of(7L), List.of("a, b"))));
    assertThat(printed()).contains("FAILED: the books differ in position").contains("  a, b");
  }

  @Test
  void memoryThatGrowsIsNotGood() {
    for (long heap = 100; heap < 190; heap += 10) {
      report.sample(sample(heap << 20, 0));
    }
    assertThat(printed()).contains("FAILED: memory grows");
  }

  @Test
  void anEventThatWasNotHandledIsNotGoodAndOtherErrorsAreTold() {
    report.errors(Map.of("login failed", 3));
    assertThat(report.isGood()).isTrue();
    report.errors(Map.of("event not handled", 1));
    assertThat(printed()).contains("logged 3 times: login failed").contains("FAILED: a shard met");
  }

  @Test
  void aFaultOfTheJournalIsNotGood() {
    var fault = new Fault(Path.of("x"), 3, "cut");
    report.journal(new JournalCheck(List.of(), List.of(fault), List.of()));
    assertThat(printed()).contains("FAILED: journal: x:3: cut");
  }
}
