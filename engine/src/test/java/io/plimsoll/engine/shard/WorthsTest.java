package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private final Worths worths = new Worths(1);

  private static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  private List<Long> asked(long from, long to) {
    var asked = new ArrayList<Long>();
    for (long second = from; second <= to; second++) {
      worths.next(after(second)).ifPresent(asked::add);
    }
    return asked;
  }

  @Test
  void nobodyIsAskedForWhoHasPrices() {
    assertThat(asked(0, 20)).isEmpty();
  }

  @Test
  void aPriceThatIsOnlyLateIsWaitedFor() {
    worths.of(1, NOON);
    assertThat(asked(0, 4)).isEmpty();
    assertThat(asked(5, 5)).containsExactly(1L);
  }

  @Test
  void oneIsAskedForEveryTwoSeconds() {
    worths.of(1, NOON);
    assertThat(asked(5, 10)).hasSize(3);
  }

  @Test
  void allHaveTheirTurn() {
    worths.of(1, NOON);
    worths.of(2, NOON);
    worths.of(3, NOON);
    assertThat(asked(5, 15)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
  }

  @Test
  void severalShardsShareTheCalls() {
    var shared = new Worths(5);
    shared.of(1, NOON);
    assertThat(shared.next(after(5))).hasValue(1);
    assertThat(shared.next(after(14))).isEmpty();
    assertThat(shared.next(after(15))).hasValue(1);
  }

  @Test
  void whatWasToldIsKnown() {
    worths.of(1, NOON);
    worths.told(1, Money.of(5), after(6));
    assertThat(worths.of(1, after(7))).contains(Money.of(5));
  }

  @Test
  void nothingIsKnownBeforeItWasTold() {
    assertThat(worths.of(1, NOON)).isEmpty();
  }

  @Test
  void anOldOneIsUnknownAgain() {
    worths.of(1, NOON);
    worths.told(1, Money.of(5), NOON);
    assertThat(worths.of(1, after(299))).isPresent();
    assertThat(worths.of(1, after(300))).isEmpty();
  }

  @Test
  void whoHasPricesAgainIsAskedForNoMore() {
    worths.of(1, NOON);
    worths.told(1, Money.of(5), NOON);
    worths.priced(1);
    assertThat(asked(5, 20)).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterThePricesIsForgotten() {
    worths.of(1, NOON);
    worths.priced(1);
    worths.told(1, Money.of(5), NOON);
    assertThat(worths.of(1, after(1))).isEmpty();
  }

  @Test
  void aClockSetBackStopsNothing() {
    worths.of(1, NOON);
    assertThat(asked(5, 5)).hasSize(1);
    assertThat(asked(-3600, -3600)).hasSize(1);
  }
}
