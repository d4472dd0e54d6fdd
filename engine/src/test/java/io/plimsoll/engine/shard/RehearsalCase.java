package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static io.plimsoll.engine.session.Given.position;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.Product;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** One account of 50,000 with one contract of a dollar a point, opened at 1,000. */
abstract class RehearsalCase {
  /** Monday, nine o'clock in Chicago. */
  static final Instant START = Instant.parse("2026-01-05T15:00:00Z");

  static final Instant RESET = Instant.parse("2026-01-05T23:00:00Z");
  static final RuleSet RULES = RigRules.rules(Path.of("../rules/drl"));
  static final long CONTRACT = 7;
  static final SessionClock SESSION =
      new SessionClock(SessionClock.CME.zone(), LocalTime.of(17, 0), LocalTime.of(15, 10));

  @TempDir Path folder;
  final List<ActionKind> asked = new ArrayList<>();
  boolean silent;
  Rehearsal rehearsal;

  static Plan plan(TrailingDrawdown trailing, LossLadder ladder) {
    var limits =
        new Limits(
            trailing,
            Anchor.BALANCE,
            Anchor.BALANCE,
            null,
            ladder == null ? List.of() : List.of(ladder),
            null,
            null,
            null,
            null,
            Restriction.NONE,
            Restriction.NONE,
            null,
            null,
            null,
            List.of());
    return new Plan(
        "evaluation",
        new AccountSelector(null, Set.of(ACCOUNT), null, null),
        Money.of(50_000),
        SESSION,
        limits,
        List.of(),
        Conduct.USUAL,
        null,
        Set.of(),
        "0123456789ab");
  }

  static Plan trailing(TrailingDrawdown.Moves moves) {
    return trailing(2_000, moves);
  }

  static Plan trailing(long amount, TrailingDrawdown.Moves moves) {
    var trail =
        new TrailingDrawdown(
            new Amount.Fixed(Money.of(amount)),
            TrailingDrawdown.Basis.EQUITY,
            moves,
            new TrailingDrawdown.Cap.None(),
            Breach.AT_OR_BELOW,
            Restriction.LIQUIDATE_AND_LOCK,
            Until.A_PERSON);
    return plan(trail, null);
  }

  static Plan daily() {
    var none = new Amount.Fixed(Money.of(1_000));
    return plan(null, new LossLadder(null, none, null));
  }

  /**
   * Held to this plan since its opening; begins a second before START, so that it is known then.
   */
  Rehearsal begin(Plan plan) {
    var opened = Risk.opened(plan, Money.of(50_000), Money.of(50_000), null, START);
    var known = new AccountRecord(ACCOUNT, plan.name(), plan.version(), null, opened, Custody.FREE);
    return begin(List.of(plan), List.of(known), START.minusSeconds(1));
  }

  /** Goes on with what the store remembers, and with these plans as they are written now. */
  Rehearsal begin(List<Plan> written, List<AccountRecord> known, Instant now) {
    rehearsal =
        new Rehearsal(new Rehearsal.Setup(folder, RULES, written, known), this::carryOut, now);
    rehearsal.feed(
        changes(
            entity(Account.class).with("name", "EVAL-1"),
            entity(AccountRiskStatus.class),
            marginSnapshot().with("totalUsedMargin", "0"),
            cash("50000", START),
            entity(Product.class).with("id", CONTRACT).with("valuePerPoint", "1"),
            entity(ContractMaturity.class).with("id", CONTRACT).with("productId", CONTRACT),
            entity(Contract.class).with("id", CONTRACT).with("contractMaturityId", CONTRACT),
            held(1, START)));
    rehearsal.feed(price("1000"));
    rehearsal.connect();
    return rehearsal;
  }

  @AfterEach
  void end() {
    rehearsal.close();
  }

  RehearsedBroker.Reply carryOut(Action action, AccountView view, Instant now) {
    asked.add(action.kind());
    if (silent) {
      return new RehearsedBroker.Reply(new Answer.Unclear("no answer"), List.of());
    }
    var news = new ArrayList<Inbound>();
    if (action.kind() == ActionKind.LIQUIDATE) {
      news.addAll(changes(held(0, now)));
    }
    Steps.adminAction(action.kind())
        .ifPresent(set ->
            news.addAll(
                changes(
                    entity(AccountRiskStatus.class)
                        .with("adminAction", set)
                        .with("adminTimestamp", now))));
    return new RehearsedBroker.Reply(new Answer.Ok(JsonMapper.shared().createObjectNode()), news);
  }

  static List<Inbound> changes(Given... given) {
    return List.of(
        new Inbound.Changes(
            Arrays.stream(given)
                .<EntityChange>map(one -> new EntityChange.Upsert((Entity) one.fact()))
                .toList()));
  }

  static Given cash(String amount, Instant now) {
    return cashBalance()
        .with("id", 1L)
        .with("currencyId", 1L)
        .with("timestamp", now)
        .with("tradeDate", SessionClock.CME.sessionDate(now))
        .with("amount", amount)
        .with("amountSOD", amount);
  }

  static Given held(int contracts, Instant now) {
    return position()
        .with("id", CONTRACT)
        .with("contractId", CONTRACT)
        .with("timestamp", now)
        .with("tradeDate", LocalDate.of(2026, 1, 5))
        .with("netPos", contracts)
        .with("netPrice", "1000");
  }

  static List<Inbound> price(String trade) {
    return List.of(
        new Inbound.Quotes(List.of(new Quote(CONTRACT, new BigDecimal(trade), null, null))));
  }

  Rehearsed account() {
    return rehearsal.account(ACCOUNT).orElseThrow();
  }
}
