package io.plimsoll.bench;

import io.plimsoll.engine.alert.Stage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a soak is run. */
final class SoakOptions {
  private static final int SECONDS = 60;

  @Option(names = "--minutes", description = "of load", defaultValue = "10")
  private BigDecimal minutes = BigDecimal.TEN;

  @Option(names = "--every", description = "seconds between samples", defaultValue = "30")
  private long every = 30;

  @Option(names = "--shards", description = "of the engine", defaultValue = "4")
  int shards = 4;

  @Option(names = "--accounts", description = "at the broker", defaultValue = "1000")
  private int accounts = 1000;

  @Option(
      names = "--rate",
      description = "frames a second from the broker, over all sockets",
      defaultValue = "1000")
  private long rate = 1000;

  @Option(
      names = "--chaos",
      description = "share of the broker's frames that suffer some fault",
      defaultValue = "0.001")
  private String chaos = "0.001";

  @Option(
      names = "--cut-after-loss",
      description =
          "within this time a socket that lost something is cut; after a loss without it the books must differ",
      defaultValue = "2s")
  private String cutAfterLoss = "2s";

  @Option(names = "--seed", description = "of the simulator", defaultValue = "1")
  private long seed = 1;

  @Option(
      names = "--stage",
      description = "of all rules: ${COMPLETION-CANDIDATES}",
      defaultValue = "ALERT")
  Stage stage = Stage.ALERT;

  @Option(
      names = "--settle",
      description = "seconds within which the books must become equal after the load",
      defaultValue = "60")
  private long settle = 60;

  @Option(
      names = "--stuck",
      description = "seconds without news after which a shard counts as stuck",
      defaultValue = "60")
  private long stuck = 60;

  @Option(
      names = "--folder",
      description = "the engine's data, left there; default: a temporary one")
  @Nullable Path folder;

  @Parameters(
      arity = "0..*",
      paramLabel = "OPTION",
      description = "after --: further options of the simulator")
  private List<String> more = new ArrayList<>();

  Duration load() {
    return Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(SECONDS * 1000L)).longValue());
  }

  Duration every() {
    return Duration.ofSeconds(every);
  }

  Duration settle() {
    return Duration.ofSeconds(settle);
  }

  Duration stuck() {
    return Duration.ofSeconds(stuck);
  }

  List<String> ofSimulator() {
    var options =
        new ArrayList<>(
            List.of(
                "--scenario=load",
                "--accounts=" + accounts,
                "--rate=" + rate,
                "--seed=" + seed,
                "--chaos=" + chaos,
                "--cut-after-loss=" + cutAfterLoss,
                "--no-limits"));
    options.addAll(more);
    return options;
  }
}
