package io.plimsoll.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the simulator alone, as a process of its own, so that any client can be pointed at it. */
@Command(
    name = "simulator",
    description = "Runs the simulated broker alone. All arguments go to it; try --help.")
final class SimulatorCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Unmatched private List<String> arguments = new ArrayList<>(); // picocli adds to it

  @Override
  public Integer call() throws IOException, InterruptedException {
    var process = Java.program("io.plimsoll.simulator.Main", arguments).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(process)));
    return process.waitFor();
  }

  /** As SIGTERM does; when it does not listen, at once. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException impatient) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
