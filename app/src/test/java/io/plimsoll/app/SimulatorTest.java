package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SimulatorTest {
  @Test
  void takesArgumentsListensAndEndsWithItsParent() throws Exception {
    try (var simulator = Program.plimsoll(Map.of(), "simulator", "--port", "0", "--tick=0")) {
      assertThat(simulator.port()).isPositive();
      var children = simulator.handle().descendants().toList();
      assertThat(children).hasSize(1);
      simulator.stop();
      simulator.exit(Duration.ofSeconds(10));
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void itsHelpNamesFaultsLimitsAndLoad() throws Exception {
    try (var simulator = Program.plimsoll(Map.of(), "simulator", "--help")) {
      assertThat(simulator.exit()).isZero();
      assertThat(simulator.said())
          .contains("--faults=FILE", "--chaos=RATE", "--cut-after-loss=TIME")
          .contains("--rate=N", "--connections=N", "--limit=ENDPOINT=N")
          .contains("Examples");
    }
  }

  @Test
  void aWrongArgumentIsAnsweredByTheSimulatorItself() throws Exception {
    try (var simulator = Program.plimsoll(Map.of(), "simulator", "--prot", "0")) {
      assertThat(simulator.exit()).isEqualTo(Exit.USAGE);
      assertThat(simulator.said()).contains("Unknown options: '--prot'");
    }
  }
}
