package io.plimsoll.simulator;

import io.plimsoll.simulator.ledger.Contents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** What happens, to whom, and what the books are filled with. */
final class WorldOptions {
  @Option(
      names = "--scenario",
      description =
          "none: prices walk; demo: accounts get into trouble; load: a rate of events. "
              + "One of ${COMPLETION-CANDIDATES}")
  private Settings.ScenarioName scenario = Settings.ScenarioName.demo;

  @Option(
      names = "--accounts",
      description = "Accounts in the background of the demo, or all of the load.",
      paramLabel = "N")
  private int accounts = 20;

  @Option(
      names = "--rate",
      description = "Frames a second of the load, over all sockets.",
      paramLabel = "N")
  private long rate = 1000;

  @Option(
      names = "--tick",
      description = "Milliseconds between price ticks; 0: prices move only by control.",
      paramLabel = "MS")
  private long tick = 250;

  @Option(
      names = "--plain",
      description = "No optional and no unknown fields. The load never has any.")
  private boolean plain;

  @Option(
      names = "--held-only",
      description = "Snapshots have only the contracts that are held; fetch the others.")
  private boolean heldOnly;

  @Option(
      names = "--omit",
      description =
          "Share of a type left out of snapshots, such as marginSnapshot=0.3; repeatable.",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "TYPE=SHARE")
  private Map<String, Double> omitted = new LinkedHashMap<>(); // picocli adds to it

  @Option(
      names = "--most",
      description = "No list over REST is longer. 0: any length.",
      paramLabel = "N")
  private int most = 10_000;

  @Option(names = "--rolls", description = "A new session begins at 17:00 in Chicago.")
  private boolean rolls;

  Settings.Scene scene() {
    return new Settings.Scene(scenario, accounts, Duration.ofMillis(tick), rate);
  }

  Contents contents() {
    var bare = plain || scenario == Settings.ScenarioName.load;
    var contents = new Contents(!bare, !bare, heldOnly, Map.of(), most, rolls);
    for (var each : omitted.entrySet()) {
      contents = contents.omitting(each.getKey(), each.getValue());
    }
    return contents;
  }
}
