package io.plimsoll.app.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog.CashChangeType;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the broker of a case sends, as the engine's own book understands it. */
class CaseBrokerTest {
  private static final Instant NINE = Instant.parse("2026-01-05T15:00:00Z");

  private final Book book = new Book();
  private final List<Money> equities = new ArrayList<>();
  private CaseBroker broker;
  private Instant now = NINE;

  @BeforeEach
  void anAccountOf50000() {
    broker = new CaseBroker(new BigDecimal("50000"), false, NINE);
    step("balance: 50000");
  }

  private void step(String keys) {
    now = now.plusSeconds(1);
    tell(broker.step(Cases.input(keys), now));
  }

  private void tell(List<Inbound> inbound) {
    for (var one : inbound) {
      switch (one) {
        case Inbound.Changes(var changes) -> changes.forEach(book::apply);
        case Inbound.Quotes(var quotes) -> quotes.forEach(book::apply);
        case Inbound.PricesDown _ -> book.forgetPrices();
        default -> throw new AssertionError(one);
      }
      var equity = read().equity();
      if (equity != null && page().settling().isSettled(now)) {
        equities.add(equity);
      }
    }
  }

  private Answer carryOut(ActionKind kind) {
    var action = Action.decided(WorkedCase.ACCOUNT, "x", 1, kind, 1, "test", now, null);
    var reply = broker.carryOut(action, AccountView.of(page()), now);
    tell(reply.follows());
    return reply.answer();
  }

  private AccountPage page() {
    return book.account(WorkedCase.ACCOUNT).orElseThrow();
  }

  private Reading read() {
    return new Valuation(book, PriceSource.LAST).read(page());
  }

  private void isWorth(String balance, String equity) {
    assertThat(read().balance()).isEqualTo(Money.of(balance));
    assertThat(read().equity()).isEqualTo(Money.of(equity));
  }

  private List<CashBalanceLog> movements() {
    return book.all(EntityType.CASH_BALANCE_LOG).stream().map(CashBalanceLog.class::cast).toList();
  }

  @Test
  void anAccountBeginsFlatAndWhole() {
    assertThat(page().isComplete()).isTrue();
    assertThat(page().openPositions()).isEmpty();
    isWorth("50000", "50000");
    assertThat(read().startOfDay()).isEqualTo(Money.of(50_000));
    assertThat(read().tradeDate()).isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void equityBesideTheBalanceIsOneOpenPosition() {
    step("equity: 51500");
    isWorth("50000", "51500");
    assertThat(page().openPositions()).hasSize(1);
  }

  @Test
  void equityEqualToTheBalanceIsFlat() {
    step("equity: 51500");
    step("equity: 50000");
    isWorth("50000", "50000");
    assertThat(page().openPositions()).isEmpty();
  }

  @Test
  void aBalanceAloneIsTheEquityToo() {
    step("equity: 51500");
    step("balance: 50700");
    isWorth("50700", "50700");
    assertThat(page().openPositions()).isEmpty();
  }

  @Test
  void aChangeOfTheBalanceIsTradingAndShowsAsRealized() {
    step("balance: 50700, equity: 51000");
    isWorth("50700", "51000");
    assertThat(page().newestBalances().getFirst().realizedPnL()).isEqualByComparingTo("700");
    assertThat(page().newestBalances().getFirst().weekRealizedPnL()).isEqualByComparingTo("700");
    assertThat(movements())
        .extracting(CashBalanceLog::cashChangeType)
        .containsExactly(CashChangeType.TradePaired);
  }

  @Test
  void aFlowIsNotRealized() {
    step("balance: 47400, cashFlow: -2000");
    isWorth("47400", "47400");
    assertThat(page().newestBalances().getFirst().realizedPnL()).isEqualByComparingTo("-600");
    assertThat(movements())
        .extracting(CashBalanceLog::cashChangeType, CashBalanceLog::delta)
        .containsExactlyInAnyOrder(
            tuple(CashChangeType.TradePaired, new BigDecimal("-600")),
            tuple(CashChangeType.FundTransaction, new BigDecimal("-2000")));
  }

  @Test
  void aFlowAloneTakesBalanceAndEquityWithIt() {
    step("equity: 50300");
    step("cashFlow: 1000");
    isWorth("51000", "51300");
  }

  @Test
  void whatWasRealizedTodayGivesTheBalance() {
    step("realized: -400");
    isWorth("49600", "49600");
    step("realized: -600, equity: 49500");
    isWorth("49400", "49500");
  }

  @Test
  void theNextTradeDateHasARowOfItsOwn() {
    step("balance: 49000");
    now = Instant.parse("2026-01-05T23:00:00Z");
    tell(broker.roll(now));
    assertThat(read().tradeDate()).isEqualTo(LocalDate.of(2026, 1, 6));
    assertThat(read().startOfDay()).isEqualTo(Money.of(49_000));
    assertThat(page().newestBalances().getFirst().realizedPnL()).isEqualByComparingTo("0");
    assertThat(page().newestBalances().getFirst().weekRealizedPnL()).isEqualByComparingTo("-1000");
  }

  @Test
  void theWeekBeginsWithMondaysTradeDate() {
    step("balance: 49000");
    now = Instant.parse("2026-01-11T23:00:00Z");
    tell(broker.roll(now));
    assertThat(page().newestBalances().getFirst().weekRealizedPnL()).isEqualByComparingTo("0");
  }

  @Test
  void namedPositionsAreWorthWhatTheirPricesSay() {
    step("positions: { ESZ6: 2, MESZ6: -5 }, price: { ESZ6: 5000, MESZ6: 5000 }");
    isWorth("50000", "50000");
    step("price: { ESZ6: 4990.25, MESZ6: 4990.25 }");
    // 9.75 points: two at 50 lose 975, five at 5 gain 243.75.
    isWorth("50000", "49268.75");
  }

  @Test
  void closingANamedPositionRealizesIt() {
    step("positions: { ESZ6: 2 }, price: { ESZ6: 5000 }");
    step("positions: { ESZ6: 1 }, price: { ESZ6: 4990 }");
    isWorth("49500", "49000");
    step("positions: {}");
    isWorth("49000", "49000");
    assertThat(page().openPositions()).isEmpty();
  }

  @Test
  void minisAndMicrosArePositionsOfTheIndex() {
    step("minis: 3, micros: -4");
    assertThat(page().openPositions())
        .extracting(Position::netPos)
        .containsExactlyInAnyOrder(3, -4);
    isWorth("50000", "50000");
    step("micros: 0");
    assertThat(page().openPositions()).extracting(Position::netPos).containsExactly(3);
  }

  @Test
  void namedPositionsCarryTheEquityThatIsGiven() {
    step("minis: 2");
    step("equity: 50700");
    isWorth("50000", "50700");
    assertThat(page().openPositions()).hasSize(1);
  }

  @Test
  void anUnknownEquityIsAPositionWithoutAPrice() {
    step("equity: unknown");
    assertThat(read().balance()).isEqualTo(Money.of(50_000));
    assertThat(read().equity()).isNull();
    step("usedMargin: 10");
    assertThat(read().equity()).isNull();
    step("equity: 50100");
    isWorth("50000", "50100");
  }

  @Test
  void anUnknownPriceIsOfOneContractOnly() {
    step("positions: { ESZ6: 1, NQZ6: 1 }, price: { ESZ6: 5000, NQZ6: 18000 }");
    step("price: { ESZ6: unknown }");
    assertThat(read().equity()).isNull();
    step("price: { ESZ6: 5010 }");
    isWorth("50000", "50500");
  }

  @Test
  void anUnknownBalanceIsSentNoMore() {
    step("balance: unknown");
    assertThat(read().balance()).isNull();
    step("balance: 50100");
    isWorth("50100", "50100");
  }

  @Test
  void anUnknownMarginIsSentNoMore() {
    step("usedMargin: 400");
    assertThat(read().usedMargin()).isEqualTo(Money.of(400));
    step("usedMargin: unknown");
    assertThat(read().usedMargin()).isNull();
  }

  @Test
  void whatIsNoNumberIsRefusedByTheReaderOfFramesAndUnknownUntilItIsRead() {
    step("equity: 51000, usedMargin: 400");
    var frames = broker.step(Cases.input("equity: not-a-number, balance: not-a-number"), now);
    tell(frames);
    assertThat(read().balance()).isNull();
    book.believe(book.missing());
    isWorth("50000", "51000");
    step("usedMargin: not-a-number");
    assertThat(read().usedMargin()).isNull();
    book.believe(book.missing());
    assertThat(read().usedMargin()).isEqualTo(Money.of(400));
  }

  /** Between the rows and the prices of one step. */
  @Test
  void noEquityIsSeenThatNeverWas() {
    step("equity: 51500");
    step("balance: 52000, equity: 51000");
    step("balance: 49000, equity: 50900");
    step("positions: { ESZ6: 1 }, price: { ESZ6: 5000 }, balance: 50000");
    step("positions: { ESZ6: 2 }, price: { ESZ6: 4990 }");
    assertThat(equities).containsOnly(Money.of(50_000), Money.of(51_500), Money.of(49_500));
  }

  @Test
  void aLiquidationClosesAndRealizesAndIsShown() {
    step("equity: 47000");
    assertThat(carryOut(ActionKind.LIQUIDATE)).isInstanceOf(Answer.Ok.class);
    isWorth("47000", "47000");
    assertThat(AccountView.of(page()).isFlat()).isTrue();
    assertThat(AccountView.of(page()).adminAction()).isEqualTo(AdminAction.LiquidateImmediately);
    assertThat(AccountView.of(page()).adminTimestamp()).isEqualTo(now);
  }

  @Test
  void aLockLeavesPositionsAndMarginAsTheyAre() {
    step("equity: 47000, usedMargin: 500");
    carryOut(ActionKind.LOCK);
    assertThat(AccountView.of(page()).isFlat()).isFalse();
    assertThat(read().usedMargin()).isEqualTo(Money.of(500));
    carryOut(ActionKind.UNLOCK);
    assertThat(AccountView.of(page()).adminAction()).isEqualTo(AdminAction.Normal);
  }

  @Test
  void aSilentBrokerDoesNothingUntilItIsNoMore() {
    step("equity: 47000, broker: silent");
    assertThat(carryOut(ActionKind.LIQUIDATE)).isInstanceOf(Answer.Unclear.class);
    isWorth("50000", "47000");
    step("broker: executes");
    carryOut(ActionKind.LIQUIDATE);
    isWorth("47000", "47000");
  }

  @Test
  void ordersOfTheVendorAreCancelled() {
    step("vendor: { order: { id: 5, ordStatus: Working } }");
    assertThat(AccountView.of(page()).liveOrders()).containsExactly(5L);
    carryOut(ActionKind.CANCEL);
    assertThat(AccountView.of(page()).liveOrders()).isEmpty();
  }

  @Test
  void nothingIsOpenedInAnAccountThatIsFlatAndLocked() {
    step("balance: 47000");
    carryOut(ActionKind.LOCK);
    step("equity: 48000");
    isWorth("48000", "48000");
    step("equity: unknown");
    assertThat(read().balance()).isNull();
    assertThat(page().openPositions()).isEmpty();
    step("positions: { ESZ6: 1 }");
    assertThat(page().openPositions()).hasSize(1);
  }

  @Test
  void somebodysLiquidationIsCarriedOutToo() {
    step("equity: 49000");
    tell(broker.admin(AdminAction.LiquidateImmediately, now));
    isWorth("49000", "49000");
    assertThat(page().openPositions()).isEmpty();
  }

  @Test
  void whatTheVendorSaysStands() {
    step(
        "vendor: { marginSnapshot: { liqOnlyLevel: 48000 }, accountRiskStatus: { maxNetLiq: 51800 } }");
    step("usedMargin: 700");
    assertThat(read().liqOnlyLevel()).isEqualTo(Money.of(48_000));
    assertThat(read().usedMargin()).isEqualTo(Money.of(700));
    assertThat(page().status().maxNetLiq()).isEqualByComparingTo("51800");
  }

  @Test
  void aRowOfCashWordByWord() {
    step("vendor: { cashBalance: { amount: 50400, amountSOD: 50100, weekRealizedPnL: -200 } }");
    isWorth("50400", "50400");
    assertThat(read().startOfDay()).isEqualTo(Money.of(50_100));
    step("balance: 50500");
    assertThat(page().newestBalances().getFirst().weekRealizedPnL()).isEqualByComparingTo("-100");
  }

  @Test
  void otherEntitiesAreSentWhole() {
    step("vendor: { userAccountAutoLiq: { dailyLossAutoLiq: 500 } }");
    assertThat(book.find(EntityType.USER_ACCOUNT_AUTO_LIQ, WorkedCase.ACCOUNT)).isPresent();
  }

  @Test
  void anAccountThatIsSetBackSaysNothingOfWhy() {
    step("balance: 54000, vendor: { accountRiskStatus: { maxNetLiq: 54000 } }");
    int before = movements().size();
    now = now.plusSeconds(1);
    tell(broker.reset(new BigDecimal("50000"), Cases.input("balance: 50000"), now));
    isWorth("50000", "50000");
    assertThat(movements()).hasSize(before);
    assertThat(page().status().maxNetLiq()).isEqualByComparingTo("50000");
  }
}
