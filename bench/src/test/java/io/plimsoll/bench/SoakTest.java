package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A short soak, whole: real processes, real sockets. */
@Timeout(300)
class SoakTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  private int soak(String... arguments) {
    return new CommandLine(new Soak()).setOut(new PrintWriter(out)).execute(arguments);
  }

  @Test
  void theEngineKnowsAllThatTheBrokerHoldsAfterLoadAndFaults() {
    int exit =
        soak(
            "--minutes=0.1",
            "--every=2",
            "--accounts=20",
            "--rate=100",
            "--shards=2",
            "--chaos=0.01",
            "--folder=" + folder);
    assertThat(exit).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("2/2")
        .containsPattern("position +engine +\\d+  broker +\\d+  missing 0  extra 0  different 0")
        .containsPattern("journal: [\\d,]+ frames in 2 files, 0 lost")
        .endsWith("good" + System.lineSeparator());
  }

  @Test
  void anOptionThatTheSimulatorDoesNotKnowIsToldAndNothingRuns() {
    assertThat(soak("--folder=" + folder, "--", "--no-such-option")).isEqualTo(3);
    assertThat(out.toString()).contains("could not run: The simulator did not start with");
  }
}
