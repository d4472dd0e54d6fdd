package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A plan with limits of every kind, each of its parameters by chance. */
public final class AnyPlan {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final Random random;

  private AnyPlan(Random random) {
    this.random = random;
  }

  /**
   * @param begins when the account is first seen; news come in the days after it
   */
  public static Plan of(Random random, Instant begins) {
    return new AnyPlan(random).plan(begins);
  }

  private Plan plan(Instant begins) {
    return Plans.plan()
        .start(rarely() ? null : "50000")
        .session(session(begins.atZone(CHICAGO).toLocalDate()))
        .trailing(rarely() ? null : trailing())
        .limit("dayAnchor", any(Anchor.values()))
        .limit("weekAnchor", any(Anchor.values()))
        .limit("dayLoss", random.nextBoolean() ? loss(Until.NEXT_RESET) : null)
        .limit("lossLadders", random.nextBoolean() ? List.of(ladder()) : List.of())
        .limit("weekLoss", random.nextBoolean() ? loss(Until.WEEK_RESET) : null)
        .limit("dayProfit", random.nextBoolean() ? loss(Until.NEXT_RESET) : null)
        .limit("weekProfit", random.nextBoolean() ? loss(Until.WEEK_RESET) : null)
        .limit("margin", rarely() ? null : margin())
        .limit("liquidateOnlyLevel", any(Restriction.NONE, Restriction.LIQUIDATE_ONLY))
        .limit("autoLiqLevel", any(Restriction.NONE, Restriction.LIQUIDATE_AND_LOCK))
        .limit("contracts", random.nextBoolean() ? contracts() : null)
        .limit("consistency", random.nextBoolean() ? consistency() : null)
        .limit("flatBy", random.nextBoolean() ? LocalTime.of(15, 8) : null)
        .limit("news", random.nextBoolean() ? news(begins) : List.of())
        .conduct("evaluations", any(1, 1, 2, 3))
        .conduct("jump", rarely() ? new BigDecimal("2") : null)
        .made();
  }

  /** Also clock times that daylight saving skips or repeats, and a day that does not begin. */
  private SessionClock session(LocalDate begins) {
    return any(
        SessionClock.CME,
        new SessionClock(
            CHICAGO,
            LocalTime.of(17, 0),
            LocalTime.of(15, 10),
            DayOfWeek.SUNDAY,
            Set.of(begins.plusDays(2))),
        new SessionClock(CHICAGO, LocalTime.of(2, 30), LocalTime.of(1, 30)),
        new SessionClock(
            ZoneId.of("America/New_York"),
            LocalTime.MIDNIGHT,
            LocalTime.of(16, 10),
            DayOfWeek.MONDAY,
            Set.of()),
        new SessionClock(ZoneId.of("Europe/London"), LocalTime.of(22, 0), LocalTime.of(1, 15)));
  }

  private TrailingDrawdown trailing() {
    var moves =
        any(
            new Moves.AtTick(),
            new Moves.AtClose(),
            new Moves.AtClock(LocalTime.of(12, 0)),
            new Moves.Never());
    var cap =
        any(
            new Cap.None(),
            new Cap.AtStart(Money.ZERO),
            new Cap.AtStart(Money.of(100)),
            new Cap.AtLevel(Money.of(50_100)),
            new Cap.FreezeAt(Money.of(51_500)));
    var fixed =
        moves instanceof Moves.Never && random.nextBoolean() ? Money.of(48_375) : (Money) null;
    return new TrailingDrawdown(
        any(
            new Amount.Fixed(Money.of(2_000)),
            percent("4", Amount.Base.START),
            percent("5.5", Amount.Base.PEAK)),
        any(Basis.values()),
        moves,
        cap,
        fixed,
        any(Breach.values()),
        any(Restriction.NONE, Restriction.LIQUIDATE_ONLY, Restriction.LIQUIDATE_AND_LOCK),
        any(Until.values()),
        random.nextBoolean());
  }

  private PeriodLimit loss(Until soft) {
    var steps =
        rarely()
            ? List.of(
                new PeriodLimit.Step(Money.of(50_800), amount()),
                new PeriodLimit.Step(Money.of(51_600), amount()))
            : List.<PeriodLimit.Step>of();
    return new PeriodLimit(
        amount(),
        steps,
        random.nextBoolean(),
        any(Breach.values()),
        rarely(),
        any(Restriction.NONE, Restriction.LIQUIDATE_ONLY, Restriction.LIQUIDATE_AND_LOCK),
        any(soft, soft, Until.A_PERSON));
  }

  private Amount amount() {
    return any(
        new Amount.Fixed(Money.of(random.nextInt(500, 1_500))),
        percent("2", Amount.Base.ANCHOR),
        percent("2.125", Amount.Base.START));
  }

  private LossLadder ladder() {
    return new LossLadder(
        rarely() ? null : percent("1", Amount.Base.ANCHOR),
        any(percent("1.5", Amount.Base.ANCHOR), new Amount.Fixed(Money.of(700))),
        any(percent("2", Amount.Base.START), percent("2", Amount.Base.ANCHOR)),
        any(Until.NEXT_RESET, Until.A_PERSON));
  }

  private MarginLadder margin() {
    return new MarginLadder(
        rarely() ? null : new BigDecimal("70"),
        rarely() ? null : new BigDecimal("85.5"),
        rarely() ? null : new BigDecimal("100"));
  }

  private ContractLimits contracts() {
    boolean banded = random.nextBoolean();
    return new ContractLimits(
        BigDecimal.valueOf(4),
        random.nextBoolean() ? Map.of("NQ", BigDecimal.ONE) : Map.of(),
        random.nextBoolean()
            ? Map.of("index", new ContractLimits.Group(Set.of("ES", "MES"), BigDecimal.valueOf(3)))
            : Map.of(),
        ContractLimits.MICROS,
        any(BigDecimal.ONE, new BigDecimal("0.1")),
        banded
            ? List.of(
                new ContractLimits.Band(Money.of(-5_000), BigDecimal.TWO),
                new ContractLimits.Band(Money.of(50_200), BigDecimal.valueOf(5)))
            : List.of(),
        any(ContractLimits.By.values()),
        random.nextBoolean(),
        any(Restriction.NONE, Restriction.LIQUIDATE_ONLY));
  }

  private Consistency consistency() {
    return new Consistency(
        new BigDecimal("40"),
        any(Consistency.Passes.values()),
        any(Restriction.NONE, Restriction.LIQUIDATE_ONLY));
  }

  private static List<NewsWindow> news(Instant begins) {
    var first = begins.plus(Duration.ofHours(30));
    var second = begins.plus(Duration.ofHours(100));
    return List.of(
        new NewsWindow("FOMC", first, first.plus(Duration.ofHours(2)), Set.of()),
        new NewsWindow("CPI", second, second.plus(Duration.ofHours(5)), Set.of("NQ")));
  }

  private static Amount percent(String percent, Amount.Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }

  private boolean rarely() {
    return random.nextInt(5) == 0;
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
