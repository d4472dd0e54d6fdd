package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.market.Instrument;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * So many frames a second over all sockets, from a thread of its own. It says every ten seconds
 * what it reached; what it cannot keep up with for more than a second is not made up for.
 */
public final class Load implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Load.class);
  private static final long FIRST_ACCOUNT = 100_001;
  private static final long SECOND = 1_000_000_000L;
  private static final long SLOT = SECOND / 200;
  private static final long REPORT = 10 * SECOND;
  private static final int STEPS_A_TURN = 20;
  private static final BigDecimal ROOM = new BigDecimal("2000");

  private final Floor floor;
  private final LoadMix mix;
  private final long rate;
  private final LongSupplier sent;
  private volatile boolean closed;
  private long made;

  /** {@code sent} counts the frames that all sockets were given so far. */
  public Load(Floor floor, int accounts, long rate, long seed, LongSupplier sent) {
    this.floor = floor;
    this.rate = rate;
    this.sent = sent;
    var ids = LongStream.range(FIRST_ACCOUNT, FIRST_ACCOUNT + accounts).boxed().toList();
    this.mix = new LoadMix(floor, ids, seed);
  }

  /** Accounts with something held, and a high that prices will seldom reach by themselves. */
  public static void open(Floor floor, int accounts) {
    for (var id = FIRST_ACCOUNT; id < FIRST_ACCOUNT + accounts; id++) {
      var traded = Instrument.ALL.get((int) (id % Instrument.ALL.size()));
      floor.open(
          Opening.account(id, "LOAD50K-" + id, "50000")
              .evaluation("50000")
              .holding(traded.symbol(), id % 2 == 0 ? 1 : -1));
      var _ = floor.peaks().set(id, new BigDecimal("50000").add(ROOM));
    }
  }

  public void start() {
    var _ = Thread.ofPlatform().name("load").daemon().start(this::run);
  }

  /** When it returns nothing more comes of it. */
  @Override
  public void close() {
    floor.act(() -> closed = true);
  }

  private void run() {
    var start = System.nanoTime();
    var reported = new Report(start, 0, processCpu());
    while (!closed) {
      var now = System.nanoTime();
      var due = (now - start) * rate / SECOND;
      if (due - made > rate) {
        made = due - rate;
      }
      while (made < due && !closed) {
        made += turn(due - made);
      }
      if (now - reported.nanos() >= REPORT) {
        reported = report(reported, now);
      }
      LockSupport.parkNanos(SLOT);
    }
  }

  /** How many frames came of it; at least one is counted, for an audience of none as well. */
  private long turn(long wanted) {
    return floor.turn(() -> {
      var before = sent.getAsLong();
      for (var n = 0; !closed && n < STEPS_A_TURN && sent.getAsLong() - before < wanted; n++) {
        mix.step();
        floor.tell();
      }
      return Math.max(1, sent.getAsLong() - before);
    });
  }

  private record Report(long nanos, long sent, long cpu) {}

  private Report report(Report last, long now) {
    var next = new Report(now, sent.getAsLong(), processCpu());
    var seconds = (next.nanos() - last.nanos()) / (double) SECOND;
    LOG.info(
        "load rate={} wanted={} cpu={}",
        Math.round((next.sent() - last.sent()) / seconds),
        rate,
        String.format(Locale.ROOT, "%.2f", (next.cpu() - last.cpu()) / (seconds * SECOND)));
    return next;
  }

  private static long processCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Prices of a market that goes nowhere. */
  public static Story prices() {
    return sinceStart -> {
      var prices = new LinkedHashMap<Instrument, BigDecimal>();
      var phase = sinceStart.toMillis() / (double) Duration.ofMinutes(1).toMillis() * 2 * Math.PI;
      for (var each : Instrument.ALL) {
        var ticks = BigDecimal.valueOf(Math.round(8 * Math.sin(phase + each.contractId())));
        prices.put(each, each.openingPrice().add(each.tickSize().multiply(ticks)));
      }
      return prices;
    };
  }
}
