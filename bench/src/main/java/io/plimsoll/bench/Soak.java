package io.plimsoll.bench;

import io.plimsoll.engine.journal.JournalCheck;
import io.plimsoll.engine.journal.JournalFolder;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The engine under load for a while, against a broker that does all the wrong there is; then
 * whether it knows the truth, and whether it is as well as at the beginning.
 */
@Command(
    name = "Soak",
    mixinStandardHelpOptions = true,
    description = "Runs the engine against a simulated broker under load and chaos.",
    showDefaultValues = true)
public final class Soak implements Callable<Integer> {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int FAILED = 1;
  private static final int COULD_NOT_RUN = 3;

  /** Of these the engine must know all; of the reference types what it knows must be true. */
  private static final List<EntityType> STANDING =
      List.of(
          EntityType.ACCOUNT,
          EntityType.ACCOUNT_RISK_STATUS,
          EntityType.CASH_BALANCE,
          EntityType.MARGIN_SNAPSHOT,
          EntityType.POSITION,
          EntityType.ORDER);

  private static final List<EntityType> REFERENCE =
      List.of(
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY);

  @Mixin private SoakOptions options = new SoakOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  public static void main(String[] arguments) {
    Log.toStandardError();
    System.exit(
        new CommandLine(new Soak()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    try {
      var folder = options.folder == null ? Files.createTempDirectory("soak") : options.folder;
      out.printf("soak of %s on %s, data in %s%n", options.load(), Machine.text(), folder);
      var report = run(folder, out);
      report.print(out);
      return report.isGood() ? 0 : FAILED;
    } catch (IOException failed) {
      out.println("could not run: " + failed.getMessage());
      return COULD_NOT_RUN;
    } finally {
      out.flush();
    }
  }

  private SoakReport run(Path folder, PrintWriter out) throws IOException, InterruptedException {
    var report = new SoakReport();
    try (var errors = Errors.counted();
        var broker = BrokerSide.start(options.ofSimulator())) {
      Path journal;
      try (var engine = EngineSide.start(broker, folder, options.shards, options.stage)) {
        journal = engine.journal();
        awaitLive(engine);
        load(engine, report, out);
        out.printf("faults: %s%n", broker.faults());
        settle(broker, engine, report, out);
      }
      report.errors(errors.counts());
      report.journal(JournalCheck.of(JournalFolder.files(journal)));
    }
    return report;
  }

  private void awaitLive(EngineSide engine) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!engine.isLive()) {
      if (System.nanoTime() > end) {
        throw new IOException("not all shards were live after " + START);
      }
      Thread.sleep(LOOK);
    }
  }

  private void load(EngineSide engine, SoakReport report, PrintWriter out)
      throws InterruptedException {
    var samples = new Sampler(engine, options.stuck());
    out.println(Sample.HEAD);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < options.load().toNanos()) {
      long left = options.load().toNanos() - (System.nanoTime() - begun);
      Thread.sleep(Duration.ofNanos(Math.clamp(left, 1, options.every().toNanos())));
      var sample = samples.take(Instant.now());
      report.sample(sample);
      out.println(sample.line());
      out.flush();
    }
    out.printf("letters delivered: %,d%n", engine.told());
  }

  /** Until both sides are equal, or it has taken too long; what differs last is reported. */
  private void settle(BrokerSide broker, EngineSide engine, SoakReport report, PrintWriter out)
      throws IOException, InterruptedException {
    broker.quiet();
    long begun = System.nanoTime();
    var compared = compare(broker, engine);
    while (!(engine.isLive() && compared.stream().allMatch(Comparison::isEqual))
        && System.nanoTime() - begun < options.settle().toNanos()) {
      Thread.sleep(LOOK);
      compared = compare(broker, engine);
    }
    out.printf(
        "settled for %d s; shards live: %s%n",
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(), engine.isLive());
    report.compared(compared);
  }

  private static List<Comparison> compare(BrokerSide broker, EngineSide engine)
      throws IOException, InterruptedException {
    var all = new ArrayList<Comparison>();
    for (var type : STANDING) {
      all.add(Comparison.of(type, engine.book(type), broker.book(type), true));
    }
    for (var type : REFERENCE) {
      all.add(Comparison.of(type, engine.book(type), broker.book(type), false));
    }
    return all;
  }
}
