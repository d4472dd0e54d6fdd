package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.WithoutPrices;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One plan, as risk managers write it. */
final class PlanReader {
  private static final List<BigDecimal> WARN_AT =
      List.of(BigDecimal.valueOf(50), BigDecimal.valueOf(75), BigDecimal.valueOf(90));
  private static final Set<String> NOT_BUILT =
      Set.of(
          "daily-loss",
          "weekly-loss",
          "daily-profit",
          "max-contracts",
          "consistency",
          "flat-by",
          "news",
          "confirm",
          "effective");

  private PlanReader() {}

  static Optional<Plan> read(Value value, PlanNames names) {
    var section =
        Section.open(
            value,
            NOT_BUILT,
            "name",
            "accounts",
            "start",
            "session",
            "trailing-drawdown",
            "daily-loss-ladder",
            "margin-used",
            "liquidate-only-level",
            "warn-at",
            "without-prices");
    var name = section.required("name", PlanReader::name);
    name.ifPresent(written -> names.claim(written, section.at("name")));
    var accounts = accounts(section.at("accounts"));
    var start = section.optional("start", AmountReader::dollars);
    var session = session(section.at("session"));
    var trailing = TrailingReader.read(section.at("trailing-drawdown"), start);
    var ladder = LadderReader.loss(section.at("daily-loss-ladder"), start);
    var margin = LadderReader.margin(section.at("margin-used"));
    var level = Section.open(section.at("liquidate-only-level"), "then");
    var atLevel = level.optional("then", Consequence.WORD).orElse(Restriction.NONE);
    var warnAt = warnAt(section.at("warn-at"));
    var withoutPrices =
        section
            .optional("without-prices", Written.word(WithoutPrices.class))
            .orElse(WithoutPrices.UNKNOWN);
    if (section.isSound()
        && trailing.isEmpty()
        && ladder.isEmpty()
        && margin.isEmpty()
        && !section.has("liquidate-only-level")) {
      section.warning("plan (%s) holds no limit.".formatted(name.orElse("")));
    }
    return section.build(() ->
        PlanVersion.stamp(
            new Plan(
                name.orElseThrow(),
                accounts.orElseThrow(),
                start.orElse(null),
                session,
                trailing.orElse(null),
                ladder.orElse(null),
                margin.orElse(null),
                atLevel,
                warnAt,
                withoutPrices,
                "")));
  }

  private static String name(String text) {
    var name = text.strip();
    if (name.equals(Plan.none().name())) {
      throw new NotReadable("is the name of accounts without a plan. Choose another.");
    }
    return name;
  }

  private static Optional<AccountSelector> accounts(Value value) {
    if (value.isAbsent()) {
      value.problem("accounts is missing. It is required, such as { name: \"EVAL50*\" }.");
      return Optional.empty();
    }
    var section = Section.open(value, "name", "ids", "autoLiqProfileId", "riskCategoryId");
    var name = section.optional("name", Written::text);
    var ids = new HashSet<Long>();
    for (var item : section.at("ids").items()) {
      item.as(Written::id)
          .filter(id -> !ids.add(id))
          .ifPresent(id -> item.problem("account (%d) is listed twice. Keep one.".formatted(id)));
    }
    if (section.isSound() && section.has("ids") && ids.isEmpty()) {
      section.at("ids").problem("accounts.ids is empty. List an id, or remove the key.");
    }
    var profile = section.optional("autoLiqProfileId", Written::id);
    var category = section.optional("riskCategoryId", Written::id);
    if (section.isSound()
        && name.isEmpty()
        && ids.isEmpty()
        && profile.isEmpty()
        && category.isEmpty()) {
      section.problem("accounts names none. Write name, ids, autoLiqProfileId or riskCategoryId.");
    }
    return section.build(() ->
        new AccountSelector(name.orElse(null), ids, profile.orElse(null), category.orElse(null)));
  }

  private static SessionClock session(Value value) {
    var section = Section.open(value, Set.of("week-resets"), "zone", "resets", "closes");
    var zone = section.optional("zone", Written::zone).orElse(SessionClock.CME.zone());
    var resets = section.optional("resets", Written::time).orElse(SessionClock.CME.resets());
    var closes = section.optional("closes", Written::time).orElse(resets);
    return new SessionClock(zone, resets, closes);
  }

  private static List<BigDecimal> warnAt(Value value) {
    if (value.isAbsent()) {
      return WARN_AT;
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
