package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static io.plimsoll.engine.session.Given.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.fact.DataQuality;
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
import io.plimsoll.engine.store.StoreException;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** One account of 50,000 with one contract of a dollar a point, opened at 1,000. */
class RehearsalTest {
  /** Monday, nine o'clock in Chicago. */
  private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");

  private static final Instant RESET = Instant.parse("2026-01-05T23:00:00Z");
  private static final RuleSet RULES = Rig.rules(Path.of("../rules/drl"));
  private static final long CONTRACT = 7;
  private static final SessionClock SESSION =
      new SessionClock(SessionClock.CME.zone(), LocalTime.of(17, 0), LocalTime.of(15, 10));

  @TempDir private Path folder;
  private final List<ActionKind> asked = new ArrayList<>();
  private boolean silent;
  private Rehearsal rehearsal;

  private static Plan plan(TrailingDrawdown trailing, LossLadder ladder) {
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

  private static Plan trailing(TrailingDrawdown.Moves moves) {
    var trail =
        new TrailingDrawdown(
            new Amount.Fixed(Money.of(2_000)),
            TrailingDrawdown.Basis.EQUITY,
            moves,
            new TrailingDrawdown.Cap.None(),
            Breach.AT_OR_BELOW,
            Restriction.LIQUIDATE_AND_LOCK,
            Until.A_PERSON);
    return plan(trail, null);
  }

  private static Plan daily() {
    var none = new Amount.Fixed(Money.of(1_000));
    return plan(null, new LossLadder(null, none, null));
  }

  /** Begins a second before START, so that the snapshot is complete then. */
  private Rehearsal begin(Plan plan) {
    var opened = Risk.opened(plan, Money.of(50_000), Money.of(50_000), null, START);
    var known = new AccountRecord(ACCOUNT, plan.name(), plan.version(), null, opened, Custody.FREE);
    var setup = new Rehearsal.Setup(folder, RULES, List.of(plan), List.of(known));
    rehearsal = new Rehearsal(setup, this::carryOut, START.minusSeconds(1));
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

  private RehearsedBroker.Reply carryOut(Action action, AccountView view, Instant now) {
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

  private static List<Inbound> changes(Given... given) {
    return List.of(
        new Inbound.Changes(
            Arrays.stream(given)
                .<EntityChange>map(one -> new EntityChange.Upsert((Entity) one.fact()))
                .toList()));
  }

  private static Given cash(String amount, Instant now) {
    return cashBalance()
        .with("id", 1L)
        .with("currencyId", 1L)
        .with("timestamp", now)
        .with("tradeDate", SessionClock.CME.sessionDate(now))
        .with("amount", amount)
        .with("amountSOD", amount);
  }

  private static Given held(int contracts, Instant now) {
    return position()
        .with("id", CONTRACT)
        .with("contractId", CONTRACT)
        .with("timestamp", now)
        .with("tradeDate", LocalDate.of(2026, 1, 5))
        .with("netPos", contracts)
        .with("netPrice", "1000");
  }

  private static List<Inbound> price(String trade) {
    return List.of(
        new Inbound.Quotes(List.of(new Quote(CONTRACT, new BigDecimal(trade), null, null))));
  }

  private Rehearsed account() {
    return rehearsal.account(ACCOUNT).orElseThrow();
  }

  @Test
  void anAccountIsJudgedWhenItsSnapshotIsComplete() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    assertThat(rehearsal.now()).isEqualTo(START);
    assertThat(account().figures().equity()).isEqualByComparingTo("50000");
    assertThat(account().figures().floor()).isEqualByComparingTo("48000");
    assertThat(account().states().quality()).isEqualTo(DataQuality.KNOWN);
    assertThat(account().findings()).isEmpty();
  }

  @Test
  void anAccountThatWasNotFedIsNotShown() {
    begin(daily());
    assertThat(rehearsal.account(ACCOUNT + 1)).isEmpty();
  }

  @Test
  void aBreachIsLiquidatedThenLockedBeforeTheCallReturns() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.feed(price("-1000"));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE, ActionKind.LOCK);
    assertThat(account().required()).isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
    assertThat(account().findings()).containsExactly("trailing-drawdown.reached");
    assertThat(account().sent()).containsEntry("liquidate", 1).containsEntry("lock", 1);
    assertThat(account().view().isFlat()).isTrue();
  }

  @Test
  void aRestartAndAResyncInABreachSendNothingMore() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.feed(price("-1000"));
    rehearsal.restart(List.of());
    rehearsal.resync(List.of());
    assertThat(asked).hasSize(2);
    assertThat(account().risk().latches().isOpen("trailing-drawdown")).isTrue();
    assertThat(account().sent()).containsEntry("liquidate", 1);
  }

  @Test
  void aRestartRemembersThePeakAndKnowsThePricesAgain() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.feed(price("1900"));
    rehearsal.feed(price("1500"));
    rehearsal.restart(List.of());
    assertThat(account().figures().peak()).isEqualByComparingTo("50900");
    assertThat(account().figures().equity()).isEqualByComparingTo("50500");
  }

  @Test
  void whatHappensWhileTheSocketsAreLostComesWithTheSnapshot() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.resync(price("1700"));
    assertThat(account().figures().peak()).isEqualByComparingTo("50700");
    rehearsal.restart(price("-2000"));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE, ActionKind.LOCK);
    assertThat(account().figures().floor()).isEqualByComparingTo("48700");
  }

  @Test
  void unansweredActionsAreDecidedByTimeAlone() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    silent = true;
    rehearsal.feed(price("-1000"));
    assertThat(account().findings()).containsExactly("trailing-drawdown.reached");
    rehearsal.at(START.plusSeconds(60));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE);
    assertThat(account().proposals()).isOne();
    assertThat(account().findings())
        .containsExactly("account-action.proposed", "trailing-drawdown.reached");
  }

  @Test
  void boundariesOnTheWayFireInOrder() {
    begin(trailing(new TrailingDrawdown.Moves.AtClose()));
    rehearsal.feed(price("1500"));
    assertThat(account().figures().floor()).isEqualByComparingTo("48000");
    rehearsal.at(RESET.plusSeconds(1));
    assertThat(account().figures().floor()).isEqualByComparingTo("48500");
    assertThat(account().risk().session()).isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void whatArrivesAtABoundaryIsThereWhenItFires() {
    begin(trailing(new TrailingDrawdown.Moves.AtClose()));
    rehearsal.at(Instant.parse("2026-01-05T21:10:00Z"), price("2000"));
    assertThat(account().figures().peak()).isEqualByComparingTo("51000");
  }

  @Test
  void theNextTradeDateBeginsTheDayAnew() {
    begin(daily());
    rehearsal.feed(price("0"));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE_ONLY);
    rehearsal.feed(price("900"));
    rehearsal.at(RESET, changes(cash("50000", RESET)));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE_ONLY, ActionKind.UNLOCK);
    assertThat(account().figures().dayLoss()).isEqualByComparingTo("100");
    assertThat(account().risk().session()).isEqualTo(LocalDate.of(2026, 1, 6));
  }

  @Test
  void whatIsPassedOverHasNoEffect() {
    begin(trailing(new TrailingDrawdown.Moves.AtClose()));
    rehearsal.feed(price("1500"));
    rehearsal.passOver(RESET.minusMillis(1));
    rehearsal.at(RESET, changes(cash("51000", RESET)));
    assertThat(account().figures().floor()).isEqualByComparingTo("48000");
    assertThat(account().risk().session()).isEqualTo(LocalDate.of(2026, 1, 6));
  }

  @Test
  void numbersSettleBeforeACallReturns() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.at(START.plusSeconds(1));
    rehearsal.feed(changes(held(0, START.plusSeconds(1))));
    assertThat(account().states().quality()).isEqualTo(DataQuality.KNOWN);
    assertThat(rehearsal.now())
        .isBetween(START.plusSeconds(1), START.plusMillis(1000 + Rehearsal.LONGEST_MILLIS));
  }

  @Test
  void settlingNeverReachesTheNextBoundary() {
    begin(daily());
    var late = RESET.minus(Duration.ofMillis(500));
    rehearsal.at(late);
    rehearsal.feed(changes(held(0, late)));
    assertThat(rehearsal.now()).isBefore(RESET);
  }

  @Test
  void aTimeThatHasPassedMovesNothingBack() {
    begin(daily());
    var before = rehearsal.now();
    rehearsal.at(before.minusSeconds(5));
    assertThat(rehearsal.now()).isEqualTo(before);
  }

  @Test
  void pricesThatAreLostMakeEquityUnknown() {
    begin(trailing(new TrailingDrawdown.Moves.AtTick()));
    rehearsal.feed(List.of(new Inbound.PricesDown("test")));
    assertThat(account().states().quality()).isEqualTo(DataQuality.UNKNOWN_INPUT);
    rehearsal.restart(List.of());
    assertThat(account().states().quality()).isEqualTo(DataQuality.UNKNOWN_INPUT);
    rehearsal.feed(price("1000"));
    assertThat(account().states().quality()).isEqualTo(DataQuality.KNOWN);
  }

  @Test
  void aFolderInUseIsRefused() {
    begin(daily());
    var setup = new Rehearsal.Setup(folder, RULES, List.of(daily()), List.of());
    assertThatThrownBy(() -> new Rehearsal(setup, this::carryOut, START))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Another engine is using the data folder");
  }
}
