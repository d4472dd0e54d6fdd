package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.NewsWindow;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.Until;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One plan, as risk managers write it. */
final class PlanReader {
  static final List<String> LIMITS =
      List.of(
          "trailing-drawdown",
          "daily-loss",
          "daily-loss-ladder",
          "weekly-loss",
          "daily-profit",
          "weekly-profit",
          "margin-used",
          "liquidate-only-level",
          "auto-liq-level",
          "max-contracts",
          "consistency",
          "flat-by",
          "news");
  private static final List<String> OTHERS =
      List.of("name", "accounts", "start", "session", "warn-at", "effective");

  private PlanReader() {}

  static Optional<Plan> read(Value value, PlanNames names) {
    var keys = Stream.of(OTHERS.stream(), LIMITS.stream(), Stream.of(ConductReader.KEYS));
    var section = Section.open(value, keys.flatMap(part -> part).toArray(String[]::new));
    var name = section.required("name", PlanReader::name);
    name.ifPresent(written -> names.claim(written, section.at("name")));
    var accounts = AccountsReader.read(section.at("accounts"));
    var start = section.optional("start", AmountReader::dollarsOrNone);
    var session = SessionReader.read(section.at("session"));
    var news = NewsReader.read(section.at("news"), session.zone());
    var limits = limits(section, start, session, news.windows());
    var warnAt = warnAt(section.at("warn-at"));
    var conduct = ConductReader.read(section);
    var effective = section.optional("effective", Dates::date);
    return section.build(() ->
        PlanVersion.stamp(
            new Plan(
                name.orElseThrow(),
                accounts.orElseThrow(),
                start.orElse(null),
                session,
                limits,
                warnAt,
                conduct,
                effective.orElse(null),
                Set.of(),
                ""),
            news.calendar()));
  }

  private static Limits limits(
      Section plan, Optional<Money> start, SessionClock session, List<NewsWindow> news) {
    var dayAnchor = new OneAnchor("day");
    var weekAnchor = new OneAnchor("week");
    var day = new PeriodReader(Until.NEXT_RESET, dayAnchor, start);
    var week = new PeriodReader(Until.WEEK_RESET, weekAnchor, start);
    var trailing = TrailingReader.read(plan.at("trailing-drawdown"), start);
    var dayLoss = day.loss(plan.at("daily-loss"));
    var ladder = LadderReader.loss(plan.at("daily-loss-ladder"), start, dayAnchor);
    var weekLoss = week.loss(plan.at("weekly-loss"));
    var dayProfit = day.profit(plan.at("daily-profit"));
    var weekProfit = week.profit(plan.at("weekly-profit"));
    dayAnchor.refuseProfitOfPeak(plan.at("daily-profit"));
    weekAnchor.refuseProfitOfPeak(plan.at("weekly-profit"));
    var flatBy = plan.optional("flat-by", Written::time);
    if (flatBy.filter(session.resets()::equals).isPresent()) {
      plan.at("flat-by")
          .problem(
              "flat-by (%s) is the reset itself: nothing could ever be held. Write an earlier time."
                  .formatted(flatBy.get()));
    }
    return new Limits(
        trailing.orElse(null),
        dayAnchor.orBalance(),
        weekAnchor.orBalance(),
        dayLoss.orElse(null),
        ladder.map(List::of).orElse(List.of()),
        weekLoss.orElse(null),
        dayProfit.orElse(null),
        weekProfit.orElse(null),
        LadderReader.margin(plan.at("margin-used")).orElse(null),
        level(plan.at("liquidate-only-level")),
        level(plan.at("auto-liq-level")),
        ContractsReader.read(plan.at("max-contracts")).orElse(null),
        ConsistencyReader.read(plan.at("consistency")).orElse(null),
        flatBy.orElse(null),
        news);
  }

  private static Restriction level(Value value) {
    return Section.open(value, "then").optional("then", Consequence.WORD).orElse(Restriction.NONE);
  }

  private static String name(String text) {
    var name = text.strip();
    if (name.equals(Plan.none().name())) {
      throw new NotReadable("is the name of accounts without a plan. Choose another.");
    }
    return name;
  }

  private static List<BigDecimal> warnAt(Value value) {
    if (value.isAbsent()) {
      return Plan.none().warnAt();
    }
    var bands =
        value.items().stream().flatMap(item -> item.as(AmountReader::share).stream()).toList();
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).compareTo(bands.get(i - 1)) <= 0) {
        value.problem(
            "warn-at must rise, and %s%% follows %s%%. Write it from the lowest to the highest."
                .formatted(bands.get(i).toPlainString(), bands.get(i - 1).toPlainString()));
        break;
      }
    }
    return bands;
  }
}
