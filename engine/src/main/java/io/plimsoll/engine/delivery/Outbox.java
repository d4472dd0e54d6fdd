package io.plimsoll.engine.delivery;

import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers committed letters, each until it has arrived or its time is over. At least once: a kill
 * between arrival and commit delivers it again, with the same key.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int AT_ONCE = 8;

  private final Map<String, Notifier> notifiers;
  private final Store store;
  private final InstantSource clock;
  private final Consumer<Letter> alarm;
  private final Map<String, Semaphore> gates = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("outbox").daemon().factory());

  /**
   * @param notifiers by the receiver's name
   * @param alarm told of each letter that is given up
   */
  public Outbox(
      Map<String, Notifier> notifiers, Store store, InstantSource clock, Consumer<Letter> alarm) {
    this.notifiers = Map.copyOf(notifiers);
    this.store = store;
    this.clock = clock;
    this.alarm = alarm;
  }

  /** Takes a letter that is committed. */
  public void post(Letter letter) {
    var delay = Duration.between(clock.instant(), letter.dueAt());
    try {
      if (delay.isPositive()) {
        var _ = timer.schedule(() -> post(letter), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
      } else {
        senders.execute(() -> deliver(letter));
      }
    } catch (RejectedExecutionException closed) {
      LOG.atDebug().setMessage("letter kept for the next start").log();
    }
  }

  private void deliver(Letter letter) {
    var receiver = letter.notification().receiver();
    var gate = gates.computeIfAbsent(receiver, first -> new Semaphore(AT_ONCE));
    try {
      gate.acquire();
    } catch (InterruptedException closed) {
      return;
    }
    try {
      settle(letter, attempt(letter));
    } finally {
      gate.release();
    }
  }

  private DeliveryResult attempt(Letter letter) {
    var notifier = notifiers.get(letter.notification().receiver());
    if (notifier == null) {
      return new DeliveryResult.Rejected("no such receiver in the config any more");
    }
    try {
      return notifier.deliver(letter.notification());
    } catch (RuntimeException | LinkageError bug) {
      return new DeliveryResult.RetryAfter(Duration.ofSeconds(30), "notifier failed: " + bug);
    }
  }

  private void settle(Letter letter, DeliveryResult result) {
    var now = clock.instant();
    switch (result) {
      case DeliveryResult.Delivered() -> {
        log("letter delivered", letter, "");
        var _ = save(letter.delivered());
      }
      case DeliveryResult.RetryAfter(var delay, var reason) -> {
        var due = now.plus(backedOff(delay, letter.tries()));
        if (due.isAfter(letter.notAfter())) {
          giveUp(letter, "not delivered in time: " + reason);
          return;
        }
        log("letter not delivered, will try again", letter, reason);
        var next = letter.retry(due, reason);
        var _ = save(next).thenRun(() -> post(next));
      }
      case DeliveryResult.Rejected(var reason) -> giveUp(letter, reason);
    }
  }

  /**
   * Doubles what the notifier asks for with every failed try, up to a quarter of an hour; what it
   * asks beyond that is kept, up to a day. Nothing is tried again at once.
   */
  private static Duration backedOff(Duration asked, int triesBefore) {
    if (asked.compareTo(LONGEST) >= 0) {
      return asked.compareTo(A_DAY) > 0 ? A_DAY : asked;
    }
    var first = asked.isPositive() ? asked : SHORTEST;
    var longer = first.multipliedBy(1L << Math.min(triesBefore, 10));
    return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }

  private void giveUp(Letter letter, String reason) {
    log("letter given up", letter, reason);
    var dead = letter.dead(reason);
    var _ = save(dead).thenRun(() -> alarm.accept(dead));
  }

  private CompletableFuture<Void> save(Letter letter) {
    return store.commit(List.of(new Effect.SaveLetter(letter)));
  }

  private static void log(String what, Letter letter, String reason) {
    var notification = letter.notification();
    var event =
        (reason.isEmpty() ? LOG.atInfo() : LOG.atWarn().addKeyValue("reason", reason))
            .setMessage(what)
            .addKeyValue("receiver", notification.receiver())
            .addKeyValue("alert", notification.labels().get("alertname"))
            .addKeyValue("account", notification.labels().getOrDefault("account", "-"))
            .addKeyValue("status", notification.status())
            .addKeyValue("try", letter.tries() + 1)
            .addKeyValue("key", notification.key());
    event.log();
  }

  /** Lets tries under way finish for a moment; the rest stays for the next start. */
  @Override
  public void close() {
    timer.shutdownNow();
    senders.shutdown();
    try {
      if (!senders.awaitTermination(5, TimeUnit.SECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException impatient) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
