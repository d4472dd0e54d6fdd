package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a plan next wants an evaluation though nothing came in; it is noon in Chicago. */
class NextBoundaryTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");
  private static final Instant CLOSE = Instant.parse("2026-01-05T21:10:00Z");
  private static final Instant RESET = Instant.parse("2026-01-05T23:00:00Z");

  @Test
  void theTimeByWhichToBeFlatIsOne() {
    assertThat(next(plan().limit("flatBy", LocalTime.of(15, 8))))
        .isEqualTo(Instant.parse("2026-01-05T21:08:00Z"));
  }

  @Test
  void aTimeThatHasPassedIsTomorrowsAndTheResetComesFirst() {
    assertThat(next(plan().limit("flatBy", LocalTime.of(12, 0)))).isEqualTo(RESET);
  }

  @Test
  void bandsThatMoveAtTheCloseWantIt() {
    var limits = ContractsTest.overall("1");
    assertThat(next(closing().limit("contracts", limits))).isEqualTo(RESET);
    assertThat(next(closing().limit("contracts", Altered.with(limits, "atClose", true))))
        .isEqualTo(CLOSE);
  }

  @Test
  void onlyATrailThatMovesAtTheCloseWantsIt() {
    assertThat(next(closing().trailing(endOfDay().drawdown()))).isEqualTo(CLOSE);
    assertThat(next(closing().trailing(trail().drawdown()))).isEqualTo(RESET);
    var never = trail().moves(new TrailingDrawdown.Moves.Never()).drawdown();
    assertThat(next(closing().trailing(never))).isEqualTo(RESET);
  }

  @Test
  void ofSeveralTimesTheFirstIsNext() {
    var plan = closing().trailing(endOfDay().drawdown()).limit("flatBy", LocalTime.of(15, 8));
    assertThat(next(plan)).isEqualTo(CLOSE.minusSeconds(120));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T17:59:59Z, 2026-01-05T18:00:00Z",
    "2026-01-05T18:00:00Z, 2026-01-05T18:05:00Z",
    "2026-01-05T18:04:59Z, 2026-01-05T18:05:00Z",
    "2026-01-05T18:05:00Z, 2026-01-05T23:00:00Z"
  })
  void newsHasABeginAndAnEnd(Instant now, Instant next) {
    assertThat(news("2026-01-05T18:00:00Z", "2026-01-05T18:05:00Z").nextBoundary(now))
        .isEqualTo(next);
  }

  @Test
  void newsAfterTheResetComesAfterIt() {
    assertThat(news("2026-01-06T12:00:00Z", "2026-01-06T12:05:00Z").nextBoundary(NOON))
        .isEqualTo(RESET);
  }

  @Test
  void aHolidayHasNoResetToWaitFor() {
    var cme = SessionClock.CME;
    var off =
        new SessionClock(
            cme.zone(),
            cme.resets(),
            cme.closes(),
            cme.weekResets(),
            Set.of(LocalDate.of(2026, 1, 6)));
    assertThat(next(plan().session(off))).isEqualTo(Instant.parse("2026-01-06T23:00:00Z"));
  }

  private static Plan news(String from, String until) {
    var window = new NewsWindow("NFP", Instant.parse(from), Instant.parse(until), Set.of());
    return plan().limit("news", List.of(window)).made();
  }

  private static Plans closing() {
    var cme = SessionClock.CME;
    return plan().session(new SessionClock(cme.zone(), cme.resets(), LocalTime.of(15, 10)));
  }

  private static Instant next(Plans plan) {
    return plan.made().nextBoundary(NOON);
  }
}
