package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.CurrencyRate;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to the frames of a session, the next snapshot makes the book right; each seed is
 * another broker, other disturbances and another way in which the snapshot comes in.
 */
class ResyncPropertiesTest {
  private static final int STEPS = 60;
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  /** The shapes in which a snapshot may come. */
  private enum Shape {
    WHOLE,
    COLLECTIONS,
    ITEMS
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSnapshotAfterAnyDisturbanceMakesTheBookOfAFreshSync(long seed) {
    var truth = new Truth(seed);
    var random = new Random(~seed);
    var lost = new Book();
    apply(lost, upserts(truth.all()));
    disturbed(steps(truth, STEPS), random).forEach(lost::apply);

    var feed = synchronizing();
    var told = new HashSet<Truth.Key>();
    // Parts are all of one moment, or each is of the moment at which it is sent.
    boolean ofOneMoment = random.nextBoolean();
    var parts = parts(truth, Shape.values()[(int) (seed % 3)], random);
    int replayAt = random.nextInt(2 * STEPS);
    for (int i = 0; i < STEPS; i++) {
      for (int place = random.nextInt(3);
          place == 0 && !parts.isEmpty();
          place = random.nextInt(3)) {
        part(feed, truth, parts.removeFirst(), ofOneMoment);
      }
      var early = upserts(truth.all().stream().filter(ResyncPropertiesTest::isInSnapshot).toList());
      tell(feed, often(shuffled(truth.step(), random), random), told);
      if (i == replayAt) {
        for (var step : truth.session()) {
          tell(feed, step, told);
          if (random.nextInt(20) == 0 && !parts.isEmpty()) {
            part(feed, truth, parts.removeFirst(), ofOneMoment);
          }
        }
      }
      if (random.nextInt(10) == 0) {
        feed.fill(fetched(early.stream().map(EntityChange.Upsert.class::cast).toList()));
      }
      lost.apply(truth.quote());
    }
    parts.forEach(part -> part(feed, truth, part, ofOneMoment));
    feed.fill(fetched(rates(truth)));
    var book = feed.complete(NOON.plusSeconds(3)).orElseThrow();
    book.inheritPrices(lost);

    var fresh = synchronizing();
    fresh.part(
        upserts(truth.all().stream().filter(ResyncPropertiesTest::isInSnapshot).toList()), NOON);
    fresh.changes(upserts(truth.all().stream().filter(each -> told.contains(key(each))).toList()));
    fresh.fill(fetched(rates(truth)));
    var expected = fresh.complete(NOON.plusSeconds(3)).orElseThrow();
    for (var each : List.of(book, expected)) {
      Truth.CONTRACTS.forEach(contract -> each.apply(closing(contract)));
    }
    assertSame(book, expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatComesTwiceChangesNothingTheSecondTime(long seed) {
    var truth = new Truth(seed);
    var random = new Random(~seed);
    var once = new Book();
    var twice = new Book();
    apply(once, upserts(truth.all()));
    apply(twice, upserts(truth.all()));
    for (var step : steps(truth, STEPS)) {
      apply(once, step);
      for (var change : step) {
        twice.apply(change);
        for (int again = random.nextInt(3); again > 0; again--) {
          assertThat(twice.apply(change)).isEqualTo(new Book.Effect.Nothing());
        }
      }
      assertThat(step).allMatch(each -> twice.apply(each).equals(new Book.Effect.Nothing()));
    }
    assertSame(twice, once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfDifferentEntitiesWithinAStepIsOfNoMatter(long seed) {
    var truth = new Truth(seed);
    var random = new Random(~seed);
    var straight = new Book();
    var shuffled = new Book();
    apply(straight, upserts(truth.all()));
    apply(shuffled, shuffled(upserts(truth.all()), random));
    for (var step : steps(truth, STEPS)) {
      apply(straight, step);
      apply(shuffled, shuffled(step, random));
    }
    assertSame(shuffled, straight);
  }

  /** A session told again may go on for longer than the snapshot takes to come in. */
  @ParameterizedTest
  @MethodSource("seeds")
  void historyToldWhileASnapshotComesInDoesNotHoldBackItsNewerRows(long seed) {
    var truth = new Truth(seed);
    var random = new Random(~seed);
    var session = steps(truth, STEPS);
    var feed = synchronizing();
    feed.changes(
        session.subList(0, random.nextInt(STEPS)).stream()
            .flatMap(List::stream)
            .filter(EntityChange.Upsert.class::isInstance)
            .toList());
    feed.part(upserts(truth.all()), NOON);
    var book = feed.complete(NOON.plusSeconds(3)).orElseThrow();
    assertThat(truth.all())
        .filteredOn(each -> each instanceof CashBalance || each instanceof Position)
        .isNotEmpty()
        .allMatch(each -> book.find(EntityType.of(each), each.id()).orElseThrow().equals(each));
  }

  private static FeedWatch synchronizing() {
    var feed = new FeedWatch(0, Duration.ofSeconds(10), NOON);
    feed.synchronizing(Set.of(), NOON);
    return feed;
  }

  private static void tell(FeedWatch feed, List<EntityChange> changes, Set<Truth.Key> told) {
    changes.forEach(change -> told.add(Truth.Key.of(change)));
    feed.changes(changes);
  }

  private static Inbound.Fetched fetched(List<EntityChange.Upsert> entities) {
    return new Inbound.Fetched(Set.of(), entities, Set.of());
  }

  private static void part(FeedWatch feed, Truth truth, List<Entity> made, boolean ofOneMoment) {
    var sent =
        ofOneMoment
            ? made
            : made.stream().map(each -> truth.find(key(each))).filter(Objects::nonNull).toList();
    feed.part(upserts(sent), NOON);
  }

  /** All of it at once; some collections at a time; or items in any order, some of them twice. */
  private static List<List<Entity>> parts(Truth truth, Shape shape, Random random) {
    var all =
        new ArrayList<>(truth.all().stream().filter(ResyncPropertiesTest::isInSnapshot).toList());
    return switch (shape) {
      case WHOLE -> new ArrayList<>(List.<List<Entity>>of(all));
      case COLLECTIONS ->
          new ArrayList<>(all.stream().collect(Collectors.groupingBy(EntityType::of)).values());
      case ITEMS -> {
        all.addAll(all.subList(0, random.nextInt(all.size())).stream().toList());
        Collections.shuffle(all, random);
        var parts = new ArrayList<List<Entity>>();
        for (int from = 0; from < all.size(); from += 7) {
          parts.add(all.subList(from, Math.min(all.size(), from + 7)));
        }
        yield parts;
      }
    };
  }

  private static List<List<EntityChange>> steps(Truth truth, int count) {
    var steps = new ArrayList<List<EntityChange>>();
    for (int i = 0; i < count; i++) {
      steps.add(truth.step());
    }
    return steps;
  }

  /** Shuffled within windows, some lost, some twice, and at the end all of it once more. */
  private static List<EntityChange> disturbed(List<List<EntityChange>> steps, Random random) {
    var plain = steps.stream().flatMap(List::stream).toList();
    var told = new ArrayList<EntityChange>();
    int window = 1 + random.nextInt(10);
    for (int from = 0; from < plain.size(); from += window) {
      var some = plain.subList(from, Math.min(plain.size(), from + window));
      for (var change : shuffled(some, random)) {
        told.addAll(Collections.nCopies(random.nextInt(4), change));
      }
    }
    if (random.nextBoolean()) {
      told.addAll(plain.subList(0, random.nextInt(plain.size())));
    }
    return told;
  }

  private static List<EntityChange> often(List<EntityChange> changes, Random random) {
    return changes.stream()
        .flatMap(change -> Collections.nCopies(1 + random.nextInt(2), change).stream())
        .toList();
  }

  private static List<EntityChange> shuffled(List<EntityChange> changes, Random random) {
    var shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<EntityChange> upserts(Collection<Entity> entities) {
    return entities.stream().<EntityChange>map(EntityChange.Upsert::new).toList();
  }

  private static List<EntityChange.Upsert> rates(Truth truth) {
    return truth.all().stream()
        .filter(CurrencyRate.class::isInstance)
        .map(EntityChange.Upsert::new)
        .toList();
  }

  private static void apply(Book book, List<EntityChange> changes) {
    changes.forEach(book::apply);
  }

  private static boolean isInSnapshot(Entity entity) {
    return EntityType.of(entity).isInSnapshot();
  }

  private static Truth.Key key(Entity entity) {
    return new Truth.Key(EntityType.of(entity), entity.id());
  }

  private static Quote closing(long contract) {
    var price = BigDecimal.valueOf(6000 + contract);
    return new Quote(contract, price, price.subtract(BigDecimal.ONE), price.add(BigDecimal.ONE));
  }

  private static void assertSame(Book book, Book expected) {
    for (var type : EntityType.values()) {
      assertThat(Set.copyOf(book.all(type)))
          .as(type.wireName())
          .isEqualTo(Set.copyOf(expected.all(type)));
    }
    assertThat(book.accounts()).isEqualTo(expected.accounts());
    assertThat(book.heldContracts()).isEqualTo(expected.heldContracts());
    assertThat(book.missing()).isEqualTo(expected.missing());
    for (long id : expected.accounts()) {
      var page = book.account(id).orElseThrow();
      var other = expected.account(id).orElseThrow();
      assertThat(Set.copyOf(page.liveOrders())).isEqualTo(Set.copyOf(other.liveOrders()));
      assertThat(Set.copyOf(page.openPositions())).isEqualTo(Set.copyOf(other.openPositions()));
      assertThat(page.isComplete()).isEqualTo(other.isComplete());
      for (var source : PriceSource.values()) {
        assertThat(new Valuation(book, source).read(page))
            .isEqualTo(new Valuation(expected, source).read(other));
      }
    }
  }
}
