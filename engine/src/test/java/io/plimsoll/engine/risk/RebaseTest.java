package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts that begin: known since their opening, begun anew, or with their closes found. */
class RebaseTest {
  private static final Instant NOW = RiskCase.MONDAY_9;

  @ParameterizedTest
  @CsvSource({
    "EQUITY, 51000, 52000, 52000",
    "BALANCE, 51000, 52000, 51000",
    "EQUITY, 49000, 48000, 50000",
    "BALANCE, 49000, 48000, 50000"
  })
  void fromItsOpeningThePeakIsTheStartOrWhatIsAbove(
      Basis basis, String balance, String equity, String peak) {
    var state = opened(plan().trailing(trail().basis(basis).drawdown()), balance, equity, null);
    assertThat(floor(state).peak()).isEqualTo(Money.of(peak));
    assertThat(floor(state).seeded()).isFalse();
  }

  @Test
  void aStaticFloorBeginsAtTheStart() {
    var never = plan().trailing(trail().moves(new Moves.Never()).drawdown());
    assertThat(floor(opened(never, "60000", "60000", null)).floor()).isEqualTo(Money.of(48_000));
  }

  @ParameterizedTest
  @CsvSource({"50000, 25000, 50000", ", 25000, 25000"})
  void theStartOfThePlanComesFirst(@Nullable String planned, String brokers, String start) {
    var state = opened(evaluation50k().start(planned), "10000", "10000", brokers);
    assertThat(state.start()).isEqualTo(Money.of(start));
    assertThat(floor(state).peak()).isEqualTo(Money.of(start));
  }

  @Test
  void withoutAStartThereIsNoFloor() {
    assertThat(opened(evaluation50k().start(null), "1", "1", null).trailing()).isNull();
  }

  @Test
  void withoutATrailThereIsNoFloor() {
    assertThat(opened(plan(), "1", "1", "50000").trailing()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "BALANCE, 51000, 52000, 51000",
    "EQUITY, 51000, 52000, 52000",
    "DAY_PEAK, 51000, 52000, 52000",
    "GREATER, 51000, 52000, 52000",
    "GREATER, 51000, 50500, 51000"
  })
  void dayAndWeekBeginWithWhatTheirAnchorsAre(
      Anchor kind, String balance, String equity, String anchor) {
    var plan = plan().limit("dayAnchor", kind).limit("weekAnchor", kind);
    var state = opened(plan, balance, equity, null);
    var date = LocalDate.of(2026, 1, 5);
    assertThat(state.day()).isEqualTo(Period.begun(date, Money.of(anchor)));
    assertThat(state.week()).isEqualTo(Period.begun(date, Money.of(anchor)));
  }

  @Test
  void begunAnewItBeginsAtWhatItHasBeItLess() {
    var state = rebased(open(evaluation50k()).equity("53000"), "49000", "49000");
    assertThat(floor(state).peak()).isEqualTo(Money.of(49_000));
    assertThat(floor(state).floor()).isEqualTo(Money.of(47_000));
    assertThat(state.dayAnchor()).isEqualTo(Money.of(49_000));
    assertThat(state.weekAnchor()).isEqualTo(Money.of(49_000));
  }

  @Test
  void begunAnewNothingIsLatchedSaidOrDisarmedAndNumbersGoOn() {
    var plan = evaluation50k().limit("dayLoss", to("1000"));
    var account = open(plan).equity("48000").released().equity("51000").equity("49000");
    assertThat(account.state().latches().count()).isEqualTo(4);
    account.released().equity("49000");
    assertThat(account.state().marks().signs()).containsExactly("trailing-drawdown.near/90%");
    assertThat(account.state().latches().disarmed()).hasSize(2);
    var state = rebased(account, "50000", "50000");
    assertThat(state.marks()).isEqualTo(Marks.NONE.with(latched(state.latches().count())));
    assertThat(state.latches().count()).isEqualTo(4);
  }

  @Test
  void begunAnewNoResetIsSuspectedAnyMore() {
    var account = open(evaluation50k()).balance("50700").suspected();
    assertThat(rebased(account, "50700", "50700").history().resetSuspected()).isFalse();
  }

  @Test
  void theClosesOfThePastTellThePeakThatWasEstimated() {
    var account = seeded(endOfDay()).equity("48000");
    account.expectLatched("trailing-drawdown");
    var state = Risk.closed(account.state(), account.plan(), Money.of(52_500));
    assertThat(floor(state).peak()).isEqualTo(Money.of(52_500));
    assertThat(floor(state).floor()).isEqualTo(Money.of(50_500));
    assertThat(floor(state).seeded()).isFalse();
    assertThat(floor(state).moved()).isEqualTo(account.floor().moved());
    account.with(state).tick();
    assertThat(account.state().latches().asking(Restriction.LIQUIDATE_AND_LOCK)).isPresent();
  }

  @Test
  void withoutAFloorTheyTellNothing() {
    var state = risk(plan()).tick().state();
    assertThat(Risk.closed(state, plan().made(), Money.of(1))).isSameAs(state);
    assertThat(Risk.closed(state, evaluation50k().made(), Money.of(1))).isSameAs(state);
  }

  @Test
  void onlyAnEstimatedPeakOfBalancesAtTheCloseWantsThem() {
    assertThat(wantsCloses(seeded(endOfDay()))).isTrue();
    assertThat(wantsCloses(open(plan().trailing(endOfDay().drawdown())))).isFalse();
    assertThat(wantsCloses(seeded(endOfDay().basis(Basis.EQUITY)))).isFalse();
    assertThat(wantsCloses(seeded(endOfDay().movesAt("12:00")))).isFalse();
    assertThat(wantsCloses(risk(plan()).tick())).isFalse();
    assertThat(wantsCloses(risk(plan().trailing(endOfDay().drawdown())))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Anchor.class)
  void passedOverItIsAsIfResetsAndClosesHadDoneNothing(Anchor anchor) {
    var plan = plan().limit("dayAnchor", anchor).trailing(endOfDay().drawdown()).made();
    var before = Risk.opened(plan, Money.of(50_000), Money.of(51_000), null, NOW);
    var after = Risk.passedOver(before, plan, NOW.plusSeconds(8 * 86_400));
    assertThat(after.session()).isEqualTo(LocalDate.of(2026, 1, 13));
    assertThat(Objects.requireNonNull(after.week()).date()).isEqualTo(LocalDate.of(2026, 1, 12));
    assertThat(after.dayAnchor()).isEqualTo(before.dayAnchor());
    assertThat(after.weekAnchor()).isEqualTo(before.weekAnchor());
    assertThat(Objects.requireNonNull(after.day()).base()).isEqualTo(before.dayAnchor());
    assertThat(floor(after).floor()).isEqualTo(floor(before).floor());
    assertThat(floor(after).moved()).isEqualTo(NOW.plusSeconds(8 * 86_400));
  }

  @Test
  void whatWasNeverSeenIsNotPassedOver() {
    assertThat(Risk.passedOver(RiskState.FIRST_SEEN, plan().made(), NOW))
        .isEqualTo(RiskState.FIRST_SEEN);
  }

  private static RiskState opened(
      Plans plan, String balance, String equity, @Nullable String start) {
    return Risk.opened(
        plan.made(),
        Money.of(balance),
        Money.of(equity),
        start == null ? null : Money.of(start),
        NOW);
  }

  private static RiskState rebased(RiskCase account, String balance, String equity) {
    var start = account.state().start();
    return Risk.rebased(
        account.state(), account.plan(), Money.of(balance), Money.of(equity), start, NOW);
  }

  private static Latches latched(long count) {
    return new Latches(Latches.NONE.open(), Latches.NONE.disarmed(), count);
  }

  private static RiskCase seeded(Trails trail) {
    return risk(plan().trailing(trail.drawdown())).tick();
  }

  private static boolean wantsCloses(RiskCase account) {
    return Risk.wantsCloses(account.state(), account.plan());
  }

  private static TrailingFloor floor(RiskState state) {
    return Objects.requireNonNull(state.trailing());
  }
}
