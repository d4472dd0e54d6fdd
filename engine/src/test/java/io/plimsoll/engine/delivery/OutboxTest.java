package io.plimsoll.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  @TempDir Path folder;
  private Store store;
  private final List<Letter> alarms = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final List<Instant> times = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    store = Store.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private Outbox outbox(Notifier notifier) {
    return outbox(notifier, InstantSource.system());
  }

  private Outbox outbox(Notifier notifier, InstantSource clock) {
    Notifier recorded =
        notification -> {
          keys.add(notification.key());
          times.add(Instant.now());
          return notifier.deliver(notification);
        };
    return new Outbox(Map.of("desk", recorded), store, clock, alarms::add);
  }

  private Letter letter(String key, String receiver, Duration within) {
    var labels = new TreeMap<>(Map.of("alertname", "trailing-drawdown.reached"));
    var notification =
        new Notification(
            key,
            receiver,
            Notification.Status.FIRING,
            labels,
            new TreeMap<>(),
            "0123456789abcdef",
            Instant.parse("2026-11-20T15:00:00Z"),
            null);
    var now = Instant.now();
    var letter = new Letter(notification, Letter.State.PENDING, 0, now, now.plus(within), null);
    store.commit(List.of(new Effect.AddLetter(letter))).join();
    return letter;
  }

  private Letter letter() {
    return letter("k1", "desk", Duration.ofHours(1));
  }

  private boolean nothingPending() {
    store.commit(List.of()).join();
    return store.remember().letters().isEmpty();
  }

  private static DeliveryResult delivered() {
    return new DeliveryResult.Delivered();
  }

  private static DeliveryResult later(Duration delay) {
    return new DeliveryResult.RetryAfter(delay, "busy");
  }

  @Test
  void aLetterIsDeliveredOnce() {
    try (var outbox = outbox(each -> delivered())) {
      outbox.post(letter());
      await("nothing pending", this::nothingPending);
    }
    assertThat(keys).containsExactly("k1");
    assertThat(alarms).isEmpty();
  }

  @Test
  void aFailedTryIsRepeatedWithTheSameKey() {
    try (var outbox = outbox(each -> keys.size() < 3 ? later(SHORT) : delivered())) {
      outbox.post(letter());
      await("nothing pending", this::nothingPending);
    }
    assertThat(keys).containsExactly("k1", "k1", "k1");
  }

  @Test
  void theDelayGrows() {
    try (var outbox =
        outbox(each -> keys.size() < 4 ? later(Duration.ofMillis(60)) : delivered())) {
      outbox.post(letter());
      await("nothing pending", this::nothingPending);
    }
    for (int gap = 0; gap < 3; gap++) {
      assertThat(Duration.between(times.get(gap), times.get(gap + 1)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(60L << gap));
    }
  }

  @Test
  void whatANotifierAsksBeyondAQuarterOfAnHourIsNotMultiplied() {
    var letter = letter("k1", "desk", Duration.ofDays(9));
    for (int n = 0; n < 8; n++) {
      letter = letter.retry(letter.dueAt(), "busy");
    }
    try (var outbox = outbox(each -> later(Duration.ofHours(1)))) {
      outbox.post(letter);
      await("the retry", () -> store.remember().letters().getFirst().tries() == 9);
    }
    assertThat(store.remember().letters().getFirst().dueAt())
        .isBefore(Instant.now().plus(Duration.ofHours(2)));
  }

  @Test
  void anAbsurdDelayIsGivenUpAndNotForgotten() {
    try (var outbox = outbox(each -> later(Duration.ofSeconds(Long.MAX_VALUE)))) {
      outbox.post(letter());
      await("the alarm", () -> alarms.size() == 1);
    }
  }

  @Test
  void aNotifierThatAsksForNoDelayIsNotCalledInALoop() {
    try (var outbox = outbox(each -> later(Duration.ZERO))) {
      outbox.post(letter());
      var end = Instant.now().plusMillis(500);
      await("half a second", () -> Instant.now().isAfter(end));
    }
    assertThat(keys.size()).isLessThanOrEqualTo(2);
  }

  @Test
  void aLetterWhoseTimeIsOverIsDeadWithAnAlarm() {
    try (var outbox = outbox(each -> later(SHORT))) {
      outbox.post(letter("k1", "desk", Duration.ofMillis(200)));
      await("the alarm", () -> alarms.size() == 1);
    }
    assertThat(keys.size()).isGreaterThan(1);
    assertThat(alarms.getFirst().state()).isEqualTo(Letter.State.DEAD);
    assertThat(alarms.getFirst().reason()).contains("not delivered in time", "busy");
    assertThat(nothingPending()).isTrue();
  }

  @Test
  void aRejectedLetterIsDeadAtOnceWithAnAlarm() {
    try (var outbox = outbox(each -> new DeliveryResult.Rejected("550 no such user"))) {
      outbox.post(letter());
      await("the alarm", () -> alarms.size() == 1);
    }
    assertThat(keys).hasSize(1);
    assertThat(alarms.getFirst().reason()).isEqualTo("550 no such user");
  }

  @Test
  void anUnknownReceiverIsAnAlarm() {
    try (var outbox = outbox(each -> delivered())) {
      outbox.post(letter("k1", "gone", Duration.ofHours(1)));
      await("the alarm", () -> alarms.size() == 1);
    }
    assertThat(alarms.getFirst().reason()).contains("no such receiver");
  }

  @Test
  void aNotifierThatThrowsIsTriedAgainLater() {
    Notifier broken =
        each -> {
          throw new IllegalStateException("bug");
        };
    try (var outbox = outbox(broken)) {
      outbox.post(letter());
      await("the retry", () -> store.remember().letters().getFirst().tries() == 1);
    }
    assertThat(store.remember().letters().getFirst().reason()).contains("bug");
  }

  @Test
  void aNotifierWhoseClassesAreMissingIsTriedAgainLater() {
    Notifier broken =
        each -> {
          throw new NoClassDefFoundError("jakarta/mail/Session");
        };
    try (var outbox = outbox(broken)) {
      outbox.post(letter());
      await("the retry", () -> store.remember().letters().getFirst().tries() == 1);
    }
  }

  @Test
  void aLetterIsNotTriedBeforeItIsDue() {
    var due = Instant.now().plusMillis(300);
    var letter = letter().retry(due, "busy");
    try (var outbox = outbox(each -> delivered())) {
      outbox.post(letter);
      await("the delivery", () -> keys.size() == 1);
    }
    assertThat(times.getFirst()).isAfterOrEqualTo(due);
  }

  @Test
  void aPendingLetterIsFoundAgainAfterARestart() {
    try (var outbox = outbox(each -> later(Duration.ofMinutes(5)))) {
      outbox.post(letter());
      await("the retry", () -> store.remember().letters().getFirst().tries() == 1);
    }
    store.close();
    store = Store.open(folder);
    var again = store.remember().letters();
    assertThat(again)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.notification().key()).isEqualTo("k1");
          assertThat(each.reason()).isEqualTo("busy");
        });
  }

  @Test
  void aDeliveredLetterIsNotFoundAgainAfterARestart() {
    try (var outbox = outbox(each -> delivered())) {
      outbox.post(letter());
      await("nothing pending", this::nothingPending);
    }
    store.close();
    store = Store.open(folder);
    assertThat(store.remember().letters()).isEmpty();
  }

  @Test
  void closingLetsATryUnderWayFinish() {
    var began = new CountDownLatch(1);
    var outbox =
        outbox(each -> {
          began.countDown();
          LockSupport.parkNanos(200_000_000);
          return delivered();
        });
    outbox.post(letter());
    await("the try", () -> began.getCount() == 0);
    outbox.close();
    assertThat(nothingPending()).isTrue();
  }

  @Test
  void aLetterPostedAfterClosingStaysForTheNextStart() {
    var outbox = outbox(each -> delivered());
    outbox.close();
    outbox.post(letter());
    assertThat(store.remember().letters()).hasSize(1);
    assertThat(keys).isEmpty();
  }

  @Test
  void atMostEightAreOnTheirWayToOneReceiver() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var eight = new CyclicBarrier(8);
    Notifier slow =
        each -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          awaitAll(eight);
          LockSupport.parkNanos(30_000_000);
          var _ = now.decrementAndGet();
          return delivered();
        };
    try (var outbox = outbox(slow)) {
      for (int n = 0; n < 40; n++) {
        outbox.post(letter("k" + n, "desk", Duration.ofHours(1)));
      }
      await("nothing pending", this::nothingPending);
    }
    assertThat(keys).doesNotHaveDuplicates().hasSize(40);
    assertThat(most.get()).isEqualTo(8);
  }

  private static void awaitAll(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aSlowReceiverHoldsUpNoOther() {
    var release = new CountDownLatch(1);
    Notifier stuck =
        each -> {
          try {
            release.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
          return delivered();
        };
    Notifier quick =
        each -> {
          keys.add(each.key());
          return delivered();
        };
    try (var outbox =
        new Outbox(
            Map.of("stuck", stuck, "quick", quick), store, InstantSource.system(), alarms::add)) {
      for (int n = 0; n < 20; n++) {
        outbox.post(letter("s" + n, "stuck", Duration.ofHours(1)));
      }
      outbox.post(letter("q", "quick", Duration.ofHours(1)));
      await("the quick one", () -> keys.contains("q"));
      release.countDown();
    }
  }
}
