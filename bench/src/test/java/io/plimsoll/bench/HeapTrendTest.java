package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bench.HeapTrend.Point;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeapTrendTest {
  private static final long MB = 1 << 20;

  private static List<Point> heaps(long... megabytes) {
    return LongStream.of(megabytes).mapToObj(heap -> new Point(heap * MB, 1000)).toList();
  }

  private static HeapTrend trend(List<Point> points) {
    return HeapTrend.of(points).orElseThrow();
  }

  @Test
  void aHeapThatStaysIsFlat() {
    assertThat(trend(heaps(90, 120, 100, 101, 99, 102, 100, 104, 103)).isFlat()).isTrue();
  }

  @Test
  void aHeapThatGrowsIsNot() {
    assertThat(trend(heaps(90, 90, 100, 100, 100, 105, 106, 107, 108)).isFlat()).isFalse();
  }

  @Test
  void theBeginningDoesNotCount() {
    assertThat(trend(heaps(10, 20, 100, 100, 100, 100)).isFlat()).isTrue();
  }

  @Test
  void oneHighSampleDoesNotCount() {
    assertThat(trend(heaps(100, 100, 100, 100, 100, 100, 100, 300, 100)).isFlat()).isTrue();
  }

  @Test
  void whatTheEngineCameToKnowMayTakeItsRoom() {
    var growing =
        IntStream.range(0, 9).mapToObj(n -> new Point((100 + 3 * n) * MB, 10_000L * n)).toList();
    assertThat(trend(growing).isFlat()).isTrue();
    var idle = growing.stream().map(point -> new Point(point.heap(), 1000)).toList();
    assertThat(trend(idle).isFlat()).isFalse();
  }

  @Test
  void fromAFewSamplesNothingIsSaid() {
    assertThat(HeapTrend.of(heaps(1, 2, 3, 4, 5))).isEmpty();
  }
}
