package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
  @TempDir private Path folder;

  /** Not only after a minute. */
  @Test
  @Timeout(20)
  void aSimulatorThatEndsAtOnceIsToldWithItsErrors() {
    assertThatThrownBy(() -> BrokerProcess.start(folder, List.of("--port=none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining(folder.resolve("simulator.err").toString());
  }
}
