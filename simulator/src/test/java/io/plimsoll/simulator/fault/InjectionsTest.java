package io.plimsoll.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectionsTest {
  private final Injections injections = new Injections(() -> Instant.EPOCH);

  @Test
  void areCountedByTheirWord() {
    injections.add("user 1", "drop", true, "");
    injections.add("user 2", "drop", true, "");
    injections.add("rest", "status", false, "account/list");

    assertThat(injections.counts()).isEqualTo(Map.of("drop", 2L, "status", 1L));
  }

  @Test
  void onlyTheLastAreKeptAndAllAreCounted() {
    for (var n = 0; n < 10_500; n++) {
      injections.add("user 1", "drop", true, "");
    }

    assertThat(injections.entries()).hasSize(10_000);
    assertThat(injections.entries().getFirst().seq()).isEqualTo(501);
    assertThat(injections.counts()).containsEntry("drop", 10_500L);
  }

  @Test
  void aListenerHearsOfEachInOrder() {
    var heard = new ArrayList<Long>();
    injections.listen(entry -> heard.add(entry.seq()));
    injections.add("user 1", "drop", true, "");
    injections.add("user 1", "delay", false, "");

    assertThat(heard).containsExactly(1L, 2L);
  }
}
