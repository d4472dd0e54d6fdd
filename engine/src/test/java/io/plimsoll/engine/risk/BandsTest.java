package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.ContractLimits.Band;
import io.plimsoll.engine.risk.ContractLimits.By;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract limits that depend on the account. */
class BandsTest {
  @ParameterizedTest
  @CsvSource({"49999.99,", "50000, 2", "51600.99, 2", "51601, 5", "55000.99, 5", "55001, 8"})
  void theHighestBandThatIsReachedHolds(String equity, @Nullable BigDecimal most) {
    expectAllowed(atTick(By.EQUITY).equity(equity), most);
  }

  @Test
  void belowTheLowestTheOverallLimitHolds() {
    var limits = Altered.with(bands(By.EQUITY, false), "overall", BigDecimal.ONE);
    expectAllowed(with(limits).equity("49999.99"), BigDecimal.ONE);
  }

  @Test
  void byBalanceOpenProfitDoesNotCount() {
    expectAllowed(atTick(By.BALANCE).balance("51000", "56000"), new BigDecimal(2));
    expectAllowed(atTick(By.BALANCE).balance("51601", "40000"), new BigDecimal(5));
  }

  @ParameterizedTest
  @CsvSource({"99999.99,", "100000, 2", "101600.99, 2", "101601, 5"})
  void byProfitTheStartIsLeftOut(String equity, @Nullable BigDecimal most) {
    expectAllowed(atTick(By.PROFIT).equity(equity), most);
  }

  @Test
  void byProfitNothingHoldsWhileTheStartIsUnknown() {
    var account = risk(plan().start(null).limit("contracts", bands(By.PROFIT, false)));
    expectAllowed(account.equity("101601"), null);
  }

  @Test
  void aLowerBandIsExceededThoughThePositionIsTheSame() {
    var account = atTick(By.EQUITY).holding(holding("ES", 5)).equity("52100");
    assertThat(account.facts().contractsOver()).isEmpty();
    assertThat(account.equity("51600").facts().contractsOver()).containsExactly("overall");
  }

  @Test
  void unknownEquityOpensAndClosesNothing() {
    var account = atTick(By.EQUITY).holding(holding("ES", 3)).unknownEquity();
    assertThat(account.facts().contractsOver()).isEmpty();
    account.equity("50000").unknownEquity();
    assertThat(account.facts().contractsOver()).containsExactly("overall");
  }

  @Test
  void unknownEquityDoesNotBringTheOverallLimitBack() {
    var limits = Altered.with(bands(By.EQUITY, false), "overall", BigDecimal.ONE);
    var account = with(limits).holding(holding("ES", 5)).equity("51601").unknownEquity();
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void aProductsOwnLimitDoesNotWaitForEquity() {
    var limits = Altered.with(bands(By.EQUITY, false), "products", Map.of("ES", BigDecimal.ONE));
    var account = with(limits).holding(holding("ES", 3)).equity("50000");
    assertThat(account.facts().contractsOver()).containsExactlyInAnyOrder("ES", "overall");
    account.holding(holding("ES", 1)).unknownEquity();
    assertThat(account.facts().contractsOver()).containsExactly("overall");
  }

  @Test
  void unknownEquityArmsNothing() {
    var limits = Altered.with(bands(By.EQUITY, false), "consequence", Restriction.LIQUIDATE_ONLY);
    var account = with(limits).holding(holding("ES", 3)).equity("50000").released();
    account.unknownEquity();
    assertThat(account.state().latches().disarmed()).containsExactly("contract-limit");
    account.equity("52000");
    assertThat(account.state().latches().disarmed()).isEmpty();
  }

  @Test
  void whileEquityIsUnknownAProductStillLatches() {
    var limits = Altered.with(bands(By.EQUITY, false), "products", Map.of("ES", BigDecimal.ONE));
    var asking = Altered.with(limits, "consequence", Restriction.LIQUIDATE_ONLY);
    with(asking).holding(holding("ES", 2)).unknownEquity().expectLatched("contract-limit");
  }

  @Test
  void atTheCloseABandPassedInTheDayDoesNotHoldYet() {
    var account = atClose().equity("50000").equity("51601");
    expectAllowed(account, new BigDecimal(2));
    account.at("2026-01-05T15:09:59").tick();
    expectAllowed(account, new BigDecimal(2));
    account.at("2026-01-05T15:10").tick();
    expectAllowed(account, new BigDecimal(5));
  }

  @Test
  void afterTheCloseItStandsUntilTheNext() {
    var account = atClose().equity("50000").at("2026-01-05T15:10").equity("51601").equity("50000");
    expectAllowed(account, new BigDecimal(5));
    account.at("2026-01-06T15:10").tick();
    expectAllowed(account, new BigDecimal(2));
  }

  @Test
  void aCloseWhileEquityIsUnknownIsMadeUpFor() {
    var account = atClose().equity("50000").at("2026-01-05T15:10").unknownEquity();
    expectAllowed(account, new BigDecimal(2));
    expectAllowed(account.equity("51601"), new BigDecimal(5));
  }

  @Test
  void beforeAnythingIsKnownNoBandHolds() {
    var account = atClose().holding(holding("ES", 9)).unknownEquity();
    expectAllowed(account, null);
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void atTheCloseABandStandsThoughEquityIsUnknown() {
    var limits = Altered.with(bands(By.EQUITY, true), "consequence", Restriction.LIQUIDATE_ONLY);
    var account = with(limits).holding(holding("ES", 3)).equity("50000").released();
    account.holding(holding("ES", 2)).unknownEquity();
    assertThat(account.state().latches().disarmed()).isEmpty();
  }

  private static void expectAllowed(RiskCase account, @Nullable BigDecimal most) {
    assertThat(account.figures().contractsAllowed()).isEqualTo(most);
  }

  private static RiskCase atTick(By by) {
    return with(bands(by, false));
  }

  private static RiskCase atClose() {
    var cme = SessionClock.CME;
    var early = new SessionClock(cme.zone(), cme.resets(), LocalTime.of(15, 10));
    return risk(plan().session(early).limit("contracts", bands(By.EQUITY, true)));
  }

  private static RiskCase with(ContractLimits limits) {
    return risk(plan().limit("contracts", limits));
  }

  /** 2, 5 and 8 contracts from 50,000, 51,601 and 55,001; by profit of an equity 50,000 higher. */
  private static ContractLimits bands(By by, boolean atClose) {
    var bands =
        List.of(
            new Band(Money.of(50_000), new BigDecimal(2)),
            new Band(Money.of(51_601), new BigDecimal(5)),
            new Band(Money.of(55_001), new BigDecimal(8)));
    var none = Altered.with(ContractsTest.overall("1"), "overall", null);
    var limits = Altered.with(Altered.with(none, "bands", bands), "by", by);
    return Altered.with(limits, "atClose", atClose);
  }
}
