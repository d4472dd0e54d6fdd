package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
  private static final int MANY = 64 << 20;

  @Test
  void theCollectorsFillersDoNotCount() {
    var histogram =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         69086       26971704  [B (java.base@25.0.3)
           2:           818        2309000  [Ljdk.internal.vm.FillerElement; (java.base@25.0.3)
           3:            10            240  io.plimsoll.engine.risk.Money
        Total         69914       29280944
        """;
    assertThat(LiveHeap.bytes(histogram)).isEqualTo(26_971_704 + 240);
  }

  @Test
  void whatIsHeldCountsAndWhatIsNotDoesNot() {
    long before = LiveHeap.bytes();
    var held = new byte[MANY];
    held[1] = 1;
    long with = LiveHeap.bytes();
    assertThat(held[1]).isEqualTo((byte) 1);
    assertThat(with - before).isBetween(MANY - (8L << 20), MANY + (8L << 20));
    held = new byte[0];
    assertThat(LiveHeap.bytes() - before).isLessThan((8L << 20) + held.length);
  }
}
