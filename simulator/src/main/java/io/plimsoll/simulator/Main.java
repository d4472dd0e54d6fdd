package io.plimsoll.simulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The simulator as a process: one ready line on standard output, events on standard error, until it
 * is stopped.
 */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = "A broker that speaks the real wire protocol on loopback.",
    showDefaultValues = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    usageHelpWidth = 100,
    footerHeading = "%nExamples%n",
    footer = {
      "  simulator --port 9090 --scenario none",
      "  simulator --port 9090 --chaos 0.02 --cut-after-loss 2s --seed 7",
      "  simulator --port 9090 --scenario load --accounts 5000 --rate 5000 --split parts",
      "  simulator --port 9090 --faults faults.json --limit user/syncrequest=20",
      "",
      "While it runs, GET /sim/faults and /sim/books?type=position say what was done and what is",
      "true; its README has all of that, and the words of a fault script."
    })
public final class Main implements Callable<Integer> {
  /** How the ready line is written. */
  enum Format {
    text,
    json
  }

  private static final int USAGE = 2;
  private static final int COULD_NOT_RUN = 3;

  @Option(
      names = "--port",
      description = "Port to listen on; 0 takes any free one.",
      defaultValue = "0")
  private int port;

  @Option(names = "--seed", description = "Same seed, same prices and events.", defaultValue = "1")
  private long seed;

  @Option(
      names = "--log",
      description = "File to append every request to, as JSON Lines.",
      paramLabel = "FILE")
  private @Nullable Path log;

  @Option(
      names = "--format",
      description = "Of the ready line: ${COMPLETION-CANDIDATES}",
      defaultValue = "text")
  private Format format = Format.text;

  @ArgGroup(validate = false, heading = "%nWhat happens%n")
  private WorldOptions world = new WorldOptions();

  @ArgGroup(validate = false, heading = "%nSync responses%n")
  private SyncOptions sync = new SyncOptions();

  @ArgGroup(validate = false, heading = "%nFaults%n")
  private FaultOptions faults = new FaultOptions();

  @ArgGroup(validate = false, heading = "%nSessions and limits%n")
  private SessionOptions sessions = new SessionOptions();

  public static void main(String[] args) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/plimsoll/simulator/logback.xml");
    }
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      return USAGE;
    }
    Simulator broker;
    try {
      broker = Simulator.start(settings);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return USAGE;
    } catch (RuntimeException e) {
      System.err.println(
          "The simulator cannot start on port %d: %s".formatted(port, e.getMessage()));
      return COULD_NOT_RUN;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    System.out.println(
        switch (format) {
          case text -> "simulator ready port=%d".formatted(broker.port());
          case json -> "{\"event\":\"ready\",\"port\":%d}".formatted(broker.port());
        });
    new CountDownLatch(1).await();
    return 0;
  }

  private Settings settings() {
    var settings =
        Settings.defaults()
            .withPort(port)
            .withSeed(seed)
            .with(world.scene())
            .with(world.contents())
            .with(sync.shape())
            .with(faults.script())
            .with(sessions.sessions())
            .with(sessions.limits());
    return log == null ? settings : settings.withRequestLog(log);
  }
}
