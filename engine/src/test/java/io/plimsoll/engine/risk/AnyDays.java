package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * About ten days of one account over a change of daylight saving, by chance: minutes to hours
 * apart, with each boundary of the plan, and with numbers that wander through every limit.
 */
final class AnyDays {
  private static final int STEPS = 200;

  /** Thursdays before the hour changes in America and in Europe, and one before it does not. */
  private static final List<Instant> THURSDAYS =
      List.of(
          Instant.parse("2026-03-05T15:00:00Z"),
          Instant.parse("2026-03-26T15:00:00Z"),
          Instant.parse("2026-10-22T15:00:00Z"),
          Instant.parse("2026-10-29T15:00:00Z"),
          Instant.parse("2026-01-08T15:00:00Z"));

  /** What comes to the account. */
  sealed interface Event {
    Instant at();

    /** Numbers, new or the same. */
    record Numbers(Instant at, Reading reading) implements Event {}

    /** A deposit, or a payout when negative, as the broker's log calls it. */
    record Flow(Instant at, Money amount) implements Event {}

    /** A person releases the account. */
    record Release(Instant at) implements Event {}
  }

  private final Plan plan;
  private final Random random;
  private final List<Event> events = new ArrayList<>();
  private Instant now;
  private Money balance = Money.of(50_000);
  private Money open = Money.ZERO;
  private Money used = Money.ZERO;
  private Money startOfDay = balance;
  private Money week = Money.ZERO;
  private Money maximum = balance;
  private LocalDate date;
  private List<Holding> holdings = List.of();
  private Imposed imposed = Imposed.NOTHING;

  private AnyDays(Plan plan, Random random, Instant begins) {
    this.plan = plan;
    this.random = random;
    this.now = begins;
    this.date = SessionClock.CME.sessionDate(now);
  }

  static Instant begins(long seed) {
    return THURSDAYS.get((int) (seed % THURSDAYS.size()));
  }

  static Plan plan(long seed) {
    return AnyPlan.of(new Random(seed), begins(seed));
  }

  static List<Event> of(long seed, Plan plan) {
    var days = new AnyDays(plan, new Random(~seed), begins(seed));
    days.pass();
    return days.events;
  }

  private void pass() {
    numbers();
    for (int i = 0; i < STEPS; i++) {
      var next = now.plusSeconds(random.nextInt(1, 7_200)).plusNanos(random.nextInt(1_000_000));
      for (var at = plan.nextBoundary(now); at.isBefore(next); at = plan.nextBoundary(now)) {
        now = at;
        // The broker's own new day may come a little late.
        if (random.nextInt(3) > 0) {
          roll();
        }
        numbers();
      }
      now = next;
      roll();
      step();
    }
  }

  private void roll() {
    var today = SessionClock.CME.sessionDate(now);
    if (!today.equals(date)) {
      week = SessionClock.CME.weekDate(now).isAfter(date) ? Money.ZERO : week;
      date = today;
      startOfDay = balance;
      maximum = balance.plus(open);
    }
  }

  private void step() {
    switch (random.nextInt(40)) {
      case 0 -> flow(Money.of(random.nextInt(-1_500, 1_500)));
      case 1 -> events.add(new Event.Release(now));
      case 2 -> imposed = random.nextBoolean() ? Imposed.NOTHING : imposed();
      case 3 -> {}
      case 4, 5, 6, 7 -> hold(List.of());
      default -> trade();
    }
    numbers();
  }

  private void trade() {
    var change = new Money(random.nextLong(-250_000_000, 260_000_000));
    balance = balance.plus(change);
    week = week.plus(change);
    var some = new ArrayList<Holding>();
    for (var product : List.of("ES", "NQ", "MES")) {
      if (random.nextBoolean()) {
        int net = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
        some.add(new Holding(product + "Z6", product, net, true));
      }
    }
    hold(some);
  }

  private void hold(List<Holding> some) {
    holdings = some;
    open = some.isEmpty() ? Money.ZERO : new Money(random.nextLong(-500_000_000, 500_000_000));
    used = some.isEmpty() ? Money.ZERO : Money.of(random.nextInt(0, 52_000));
  }

  private void flow(Money amount) {
    balance = balance.plus(amount);
    events.add(new Event.Flow(now, amount));
  }

  private Imposed imposed() {
    return Imposed.of(
        Map.of(
            "trailingMaxDrawdown", BigDecimal.valueOf(random.nextInt(1_500, 3_000)),
            "trailingMaxDrawdownLimit", BigDecimal.valueOf(50_500),
            "dailyLossAutoLiq", BigDecimal.valueOf(900),
            "dailyLossPercentageAlert", BigDecimal.valueOf(1),
            "weeklyProfitAutoLiq", BigDecimal.valueOf(2_500),
            "marginPercentageAlert", BigDecimal.valueOf(60)),
        random.nextBoolean(),
        null,
        Collections.emptySortedSet());
  }

  private void numbers() {
    var equity = balance.plus(open);
    maximum = maximum.max(equity);
    events.add(
        new Event.Numbers(
            now,
            new Reading(
                balance,
                open,
                equity,
                used,
                Money.of(47_000),
                Money.of(46_500),
                maximum,
                startOfDay,
                week,
                date,
                holdings,
                imposed,
                random.nextInt(20) == 0)));
  }
}
