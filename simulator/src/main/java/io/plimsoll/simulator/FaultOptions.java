package io.plimsoll.simulator;

import io.plimsoll.simulator.fault.Chaos;
import io.plimsoll.simulator.fault.DurationText;
import io.plimsoll.simulator.fault.Script;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes wrong on purpose. */
final class FaultOptions {
  @Option(
      names = "--faults",
      description = "Script of faults, as JSON; the simulator's README has the words.",
      paramLabel = "FILE")
  private @Nullable Path file;

  @Option(
      names = "--chaos",
      description = "Share of the frames that suffer some fault, from 0 to 1.",
      paramLabel = "RATE")
  private double chaos = 0;

  @Option(
      names = "--cut-after-loss",
      description =
          "Cut a socket within this time, such as 2s, after a fault that lost it something.",
      paramLabel = "TIME")
  private @Nullable String cutAfterLoss;

  Script script() {
    var script = Chaos.at(chaos).and(file == null ? Script.NONE : Script.read(file));
    return cutAfterLoss == null
        ? script
        : script.cuttingAfterLoss(DurationText.parse(cutAfterLoss));
  }
}
