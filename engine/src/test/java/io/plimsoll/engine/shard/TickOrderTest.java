package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.risk.AnyPlan;
import io.plimsoll.engine.risk.Facts;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.tradovate.EntityChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A tick is what comes of several entities and prices before one evaluation. In which order it
 * comes is of no matter, once closing trades have had their time to settle; each seed is another
 * broker and another plan.
 */
class TickOrderTest {
  private static final Instant NINE = Instant.parse("2026-01-05T15:00:00Z");
  private static final Money START = Money.of(50_000);
  private static final int TICKS = 60;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderWithinATickChangesNothing(long seed) {
    var truth = new Truth(seed);
    var random = new Random(~seed);
    var plan = AnyPlan.of(new Random(seed), NINE);
    var straight = new Side(plan);
    var mixed = new Side(plan);
    var now = NINE;
    for (int i = 0; i < TICKS; i++) {
      var tick = tick(truth, i == 0);
      now = now.plusSeconds(1 + random.nextInt(1_800));
      straight.take(tick, now);
      Collections.shuffle(tick, random);
      mixed.take(tick, now);
      for (var account : straight.states.keySet()) {
        assertThat(mixed.states.get(account)).isEqualTo(straight.states.get(account));
      }
      assertThat(mixed.facts()).isEqualTo(straight.facts());
      assertThat(mixed.figures()).isEqualTo(straight.figures());
    }
    assertThat(straight.states).isNotEmpty();
  }

  /** Changes of different entities, and prices of different contracts. */
  private static List<Consumer<Book>> tick(Truth truth, boolean first) {
    var tick = new ArrayList<Consumer<Book>>();
    if (first) {
      truth.all().forEach(entity -> tick.add(book -> book.apply(new EntityChange.Upsert(entity))));
    } else {
      truth.step().forEach(change -> tick.add(book -> book.apply(change)));
    }
    var quote = truth.quote();
    tick.add(book -> book.apply(quote));
    return tick;
  }

  /** One book, and where its accounts stand by it. */
  private static final class Side {
    private final Plan plan;
    private final Book book = new Book();
    private final Map<Long, RiskState> states = new HashMap<>();
    private final Map<Long, Reading> readings = new HashMap<>();
    private final Map<Long, Reading> last = new HashMap<>();

    Side(Plan plan) {
      this.plan = plan;
    }

    void take(List<Consumer<Book>> tick, Instant now) {
      tick.forEach(change -> change.accept(book));
      var valuation = new Valuation(book, PriceSource.LAST);
      for (long account : book.accounts()) {
        var page = book.account(account).orElseThrow();
        var reading = valuation.read(page);
        var before = last.getOrDefault(account, Reading.UNKNOWN);
        var state = states.getOrDefault(account, RiskState.FIRST_SEEN);
        states.put(account, Risk.evaluate(state, plan, reading, before, START, now));
        readings.put(account, reading);
        last.put(account, reading.orElse(before));
      }
    }

    List<AccountRisk> facts() {
      return states.keySet().stream()
          .map(id ->
              Facts.risk(
                  id,
                  plan,
                  states.getOrDefault(id, RiskState.FIRST_SEEN),
                  readings.getOrDefault(id, Reading.UNKNOWN),
                  ActionProof.FINE))
          .toList();
    }

    List<AccountFigures> figures() {
      return states.keySet().stream()
          .map(id ->
              Facts.figures(
                  id,
                  plan,
                  states.getOrDefault(id, RiskState.FIRST_SEEN),
                  last.getOrDefault(id, Reading.UNKNOWN)))
          .toList();
    }
  }
}
