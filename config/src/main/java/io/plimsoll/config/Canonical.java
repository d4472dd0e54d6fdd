package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.WithoutPrices;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan means, as text: one line for each thing it says. Accounts are held to a hash of it
 * durably, so what is here must stay as it is: a new key may add a line only where it is given.
 */
final class Canonical {
  private final StringBuilder text = new StringBuilder();

  private Canonical() {}

  /**
   * @param calendar the file that its news windows come from: it is a part of the plan by its name
   *     only, so that a new date in it is no new version; null where the plan has them itself
   */
  static String text(Plan plan, @Nullable String calendar) {
    var form = new Canonical();
    form.accounts(plan);
    form.session(plan.session());
    form.limits(plan.limits());
    form.line(
        "warn-at", plan.warnAt().stream().map(p -> Written.plain(p).toPlainString()).toList());
    form.conduct(plan.conduct());
    form.periods(plan.limits());
    form.positions(plan.limits(), calendar);
    return form.text.toString();
  }

  private void accounts(Plan plan) {
    var accounts = plan.accounts();
    line("name", plan.name());
    line("accounts.name", accounts.name());
    line("accounts.ids", accounts.ids().isEmpty() ? null : new TreeSet<>(accounts.ids()));
    line("accounts.autoLiqProfileId", accounts.autoLiqProfileId());
    line("accounts.riskCategoryId", accounts.riskCategoryId());
    line("start", plan.start() == null ? null : CanonicalLimit.dollars(plan.start()));
  }

  private void session(SessionClock session) {
    line(
        "session",
        "%s resets %s closes %s".formatted(session.zone(), session.resets(), session.closes()));
    var week = session.weekResets();
    line("session.week-resets", week == SessionClock.CME.weekResets() ? null : week);
    line(
        "session.holidays",
        session.holidays().isEmpty() ? null : new TreeSet<>(session.holidays()));
  }

  private void limits(Limits limits) {
    var trailing = limits.trailing();
    line("trailing-drawdown", CanonicalLimit.trailing(trailing));
    if (trailing != null) {
      line(
          "trailing-drawdown.floor",
          trailing.fixed() == null ? null : CanonicalLimit.dollars(trailing.fixed()));
      line("trailing-drawdown.flows", trailing.flowsShift() ? null : "keep");
    }
    limits.lossLadders().forEach(each -> line("daily-loss-ladder", CanonicalLimit.ladder(each)));
    line("margin-used", CanonicalLimit.margin(limits.margin()));
    line("liquidate-only-level", limits.liquidateOnlyLevel().word());
    var autoLiq = limits.autoLiqLevel();
    line("auto-liq-level", autoLiq == Restriction.NONE ? null : autoLiq.word());
  }

  private void conduct(Conduct conduct) {
    var usual = Conduct.USUAL;
    var prices = conduct.withoutPrices();
    line("without-prices", prices == WithoutPrices.UNKNOWN ? null : CanonicalLimit.word(prices));
    int evaluations = conduct.evaluations();
    line("confirm.evaluations", evaluations == usual.evaluations() ? null : evaluations);
    line("confirm.jump", conduct.jump() == null ? null : conduct.jump().toPlainString() + "%");
    line("on-broker-reset", conduct.rebaseOnReset() ? "rebase" : null);
    var grace = conduct.brokerGrace();
    line("broker-grace", grace.equals(usual.brokerGrace()) ? null : grace);
  }

  private void periods(Limits limits) {
    line("day-anchor", anchor(limits.dayAnchor()));
    line("week-anchor", anchor(limits.weekAnchor()));
    line("daily-loss", CanonicalLimit.period(limits.dayLoss()));
    line("weekly-loss", CanonicalLimit.period(limits.weekLoss()));
    line("daily-profit", CanonicalLimit.period(limits.dayProfit()));
    line("weekly-profit", CanonicalLimit.period(limits.weekProfit()));
  }

  private void positions(Limits limits, @Nullable String calendar) {
    line("max-contracts", CanonicalLimit.contracts(limits.contracts()));
    line("consistency", CanonicalLimit.consistency(limits.consistency()));
    line("flat-by", limits.flatBy());
    line("news", calendar);
    if (calendar == null) {
      limits.news().stream().map(CanonicalLimit::window).sorted().forEach(w -> line("news", w));
    }
  }

  private static @Nullable String anchor(Anchor anchor) {
    return anchor == Anchor.BALANCE ? null : CanonicalLimit.word(anchor);
  }

  private void line(String key, @Nullable Object value) {
    if (value != null) {
      text.append(key).append(": ").append(value).append('\n');
    }
  }
}
