package io.plimsoll.rules;

import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static io.plimsoll.engine.session.Given.position;
import static io.plimsoll.engine.session.Given.userAccountAutoLiq;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.UserAccountAutoLiq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private static final String LARGE = "large-position.small-cash";
  private static final String MARGIN = "margin-near-cash.reached";
  private static final String LIMIT = "broker-limit.reached";
  private static final String NO_LIMIT = "no-broker-limit.open-position";

  @ParameterizedTest
  @ValueSource(ints = {3, -3, 4, -40})
  void largePositionEitherWay(int netPos) {
    rule(LARGE).given(net(netPos), cash("29999.99")).finds(ACCOUNT).asking(NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -2, 0})
  void notLargeBelowThreeContracts(int netPos) {
    rule(LARGE).given(net(netPos), cash("29999.99")).findsNothing();
  }

  @Test
  void notLargeWithEnoughCash() {
    rule(LARGE).given(net(3), cash("30000")).findsNothing();
  }

  @Test
  void notLargeOnAnotherAccountsCash() {
    rule(LARGE).given(net(3), cash("1").with("accountId", 7L)).findsNothing();
  }

  @Test
  void notLargeWhileTheCashIsUnknown() {
    rule(LARGE).given(net(3)).findsNothing();
  }

  @Test
  void largeEndsWhenThePositionIsReduced() {
    rule(LARGE).given(net(3), cash("1")).then(net(2)).findsNothing();
  }

  @Test
  void marginReachesCashAtTheCentItself() {
    rule(MARGIN).given(margin("500.00"), cash("500")).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void marginDoesNotReachCashACentBelow() {
    rule(MARGIN).given(margin("499.99"), cash("500")).findsNothing();
  }

  @Test
  void noMarginReachesNoCash() {
    rule(MARGIN).given(margin("0"), cash("0")).findsNothing();
  }

  @Test
  void marginNearCashEndsWhenCashComes() {
    rule(MARGIN).given(margin("500"), cash("500")).then(cash("500.01")).findsNothing();
  }

  @Test
  void marginNearCashNeedsToKnowTheCash() {
    rule(MARGIN).given(margin("500")).findsNothing();
  }

  @Test
  void brokerLimitAtTheCentItself() {
    rule(LIMIT).given(limit("1000"), realized("-1000.00")).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void brokerLimitNotACentBefore() {
    rule(LIMIT).given(limit("1000"), realized("-999.99")).findsNothing();
  }

  @Test
  void aProfitReachesNoLossLimit() {
    rule(LIMIT).given(limit("1000"), realized("1000")).findsNothing();
  }

  @Test
  void anAbsentLimitIsNone() {
    rule(LIMIT).given(limit(null), realized("-1000")).findsNothing();
  }

  @Test
  void aLimitOfZeroIsNone() {
    rule(LIMIT).given(limit("0"), realized("-1000")).findsNothing();
  }

  @Test
  void anUnknownProfitReachesNoLimit() {
    rule(LIMIT).given(limit("1000"), realized(null)).findsNothing();
  }

  @Test
  void brokerLimitEndsWhenTheLossRecovers() {
    rule(LIMIT).given(limit("1000"), realized("-1000")).then(realized("-999.99")).findsNothing();
  }

  @Test
  void aRaisedBrokerLimitIsSeen() {
    rule(LIMIT).given(limit("1000"), realized("-1000")).then(limit("1000.01")).findsNothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void anOpenPositionWithoutLimitsIsTold(int netPos) {
    rule(NO_LIMIT).given(net(netPos)).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void aFlatAccountNeedsNoLimits() {
    rule(NO_LIMIT).given(net(0)).findsNothing();
  }

  @Test
  void anotherAccountsLimitsDoNotCount() {
    rule(NO_LIMIT).given(net(1), limit("5").with("id", 7L)).finds(ACCOUNT);
  }

  @Test
  void endsWhenLimitsCome() {
    rule(NO_LIMIT).given(net(1)).then(limit(null)).findsNothing();
  }

  @Test
  void endsWhenTheLastPositionIsClosed() {
    var other = net(2).with("id", 2L);
    rule(NO_LIMIT)
        .given(net(1), other)
        .without(net(1))
        .finds(ACCOUNT)
        .without(other)
        .findsNothing();
  }

  private static GivenRecord<Position> net(int contracts) {
    return position().with("id", 1L).with("netPos", contracts);
  }

  private static GivenRecord<CashBalance> cash(String amount) {
    return cashBalance().with("amount", amount);
  }

  private static GivenRecord<CashBalance> realized(@Nullable String amount) {
    return cashBalance().with("realizedPnL", amount);
  }

  private static GivenRecord<MarginSnapshot> margin(String amount) {
    return marginSnapshot().with("totalUsedMargin", amount);
  }

  private static GivenRecord<UserAccountAutoLiq> limit(@Nullable String amount) {
    return userAccountAutoLiq().with("dailyLossAutoLiq", amount);
  }
}
