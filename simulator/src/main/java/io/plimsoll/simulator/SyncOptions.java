package io.plimsoll.simulator;

import io.plimsoll.simulator.fault.DurationText;
import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.SyncShape;
import picocli.CommandLine.Option;

/** How a sync request is answered. */
final class SyncOptions {
  @Option(
      names = "--split",
      description = "Shape of split sync responses: ${COMPLETION-CANDIDATES}")
  private SplitMode split = SplitMode.single;

  @Option(
      names = "--split-pause",
      description = "Time between two messages of one response, such as 500ms.",
      paramLabel = "TIME")
  private String pause = "0ms";

  @Option(names = "--props-first", description = "Some events come before the first response.")
  private boolean propsFirst;

  @Option(names = "--split-repeat", description = "Each message of a response comes twice.")
  private boolean repeats;

  SyncShape shape() {
    return new SyncShape(split, DurationText.parse(pause), propsFirst, repeats);
  }
}
