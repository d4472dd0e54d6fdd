package io.plimsoll.app.cases;

import io.plimsoll.config.cases.At;
import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.CaseEvent;
import io.plimsoll.config.cases.CaseEvent.Plain;
import io.plimsoll.config.cases.Expected;
import io.plimsoll.config.cases.Step;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.shard.Command;
import io.plimsoll.engine.shard.Rehearsal;
import io.plimsoll.engine.tradovate.Inbound;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One case on its way through its steps. */
final class CaseRun implements AutoCloseable {
  private static final At START = new At.DateAndTime(LocalDate.of(2026, 1, 5).atTime(9, 0));

  private final Plan plan;
  private final BigDecimal opened;
  private final CaseBroker broker;
  private final Rehearsal rehearsal;
  private final CaseClock clock;

  /**
   * Is at the first step, and the case has yet to be taken through the others.
   *
   * @param line what all that the broker sends goes through on its way
   */
  CaseRun(WorkedCase worked, RuleSet rules, Path folder, UnaryOperator<List<Inbound>> line) {
    this.plan = worked.plan();
    var first = worked.steps().getFirst();
    var opening = Opening.of(worked, beginning(worked));
    this.opened = opening.balance();
    this.broker = new CaseBroker(opening.startOfDay(), worked.silent(), opening.at(), line);
    var news = broker.step(first.input(), opening.from());
    this.rehearsal =
        new Rehearsal(
            new Rehearsal.Setup(folder, rules, List.of(plan), opening.known(broker.account())),
            broker,
            opening.from());
    this.clock = new CaseClock(plan, broker, rehearsal, opening.at());
    try {
      rehearsal.feed(news);
      rehearsal.connect();
      earned(first);
    } catch (RuntimeException bug) {
      rehearsal.close();
      throw bug;
    }
  }

  /**
   * Runs the case on a store of its own.
   *
   * @param folder an empty one
   */
  static CaseResult of(WorkedCase worked, RuleSet rules, Path folder) {
    try (var run = new CaseRun(worked, rules, folder, UnaryOperator.identity())) {
      return new CaseResult(worked, run.all(worked.steps()));
    } catch (CannotRun cannot) {
      var line = worked.steps().getFirst().line();
      return new CaseResult(
          worked, List.of(new Difference(line, 1, beginning(worked), "", "", cannot.why())));
    }
  }

  /** A time of day alone is one of the Monday on which all cases begin. */
  private static Instant beginning(WorkedCase worked) {
    var zone = worked.plan().session().zone();
    var start = START.after(Instant.EPOCH, zone);
    var at = worked.steps().getFirst().at();
    return at == null
        ? start
        : at.after(start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), zone);
  }

  private List<Difference> all(List<Step> steps) {
    var differences = new ArrayList<Difference>();
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      try {
        if (i > 0) {
          happen(step);
        }
      } catch (CannotRun cannot) {
        differences.add(new Difference(step.line(), i + 1, clock.time(), "", "", cannot.why()));
        break;
      }
      differences.addAll(compare(step, i + 1));
    }
    return differences;
  }

  /** Takes the next step; what follows from it is done when the call returns. */
  void happen(Step step) {
    broker.become(step.input().silent());
    switch (step.event()) {
      case Plain.OPEN, Plain.FIRST_SEEN -> throw new CannotRun("a case opens once");
      case Plain.TICK, Plain.CLOCK, Plain.MARKET_OPEN -> arrive(step);
      case Plain.CLOSE, Plain.RESET, Plain.WEEK_RESET -> clock.fire(step);
      case Plain.RESTART -> {
        clock.moveTo(step);
        rehearsal.restart(news(step));
      }
      case Plain.RESYNC -> {
        clock.moveTo(step);
        rehearsal.resync(news(step));
      }
      case Plain.ACCOUNT_RESET -> {
        clock.moveTo(step);
        var balance = step.input().balance() instanceof CaseAmount.Known(var told) ? told : opened;
        rehearsal.feed(broker.reset(balance, step.input(), rehearsal.now()));
      }
      case CaseEvent.Admin(var action) -> {
        clock.moveTo(step);
        rehearsal.feed(broker.admin(action, rehearsal.now()));
        feed(step);
      }
      case CaseEvent.Unlock(var reason) -> {
        clock.moveTo(step);
        rehearsal.order(new Command.Unlock(WorkedCase.ACCOUNT, "case", reason));
        feed(step);
      }
      case CaseEvent.Rebase(var reason) -> {
        clock.moveTo(step);
        rehearsal.order(new Command.Rebase(WorkedCase.ACCOUNT, "case", reason));
        feed(step);
      }
    }
  }

  private void arrive(Step step) {
    clock.moveTo(step);
    feed(step);
  }

  private void feed(Step step) {
    rehearsal.feed(news(step));
  }

  private List<Inbound> news(Step step) {
    earned(step);
    return broker.step(step.input(), rehearsal.now());
  }

  private void earned(Step step) {
    var profits = step.input().profitDays();
    if (!profits.isEmpty()) {
      rehearsal.earned(WorkedCase.ACCOUNT, profits.stream().map(Money::of).toList());
    }
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  /** Of the last step; the rehearsal may be a little ahead. */
  Instant time() {
    return clock.time();
  }

  private List<Difference> compare(Step step, int number) {
    var account = rehearsal.account(WorkedCase.ACCOUNT);
    if (account.isEmpty()) {
      throw new IllegalStateException("the account of the case is not judged");
    }
    var shown = new Shown(account.get(), clock.time());
    var differences = new ArrayList<Difference>();
    for (var expected : step.expect()) {
      var wanted = Comparison.text(expected.wanted());
      var actual = shown.of(expected.key());
      if (!Comparison.isMet(expected.wanted(), actual)) {
        differences.add(difference(expected, number, wanted, Comparison.text(actual)));
      }
    }
    return differences;
  }

  private Difference difference(Expected expected, int step, String wanted, String actual) {
    return new Difference(expected.line(), step, clock.time(), expected.key(), wanted, actual);
  }

  @Override
  public void close() {
    rehearsal.close();
  }
}
