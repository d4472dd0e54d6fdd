package io.plimsoll.engine.action;

import static io.plimsoll.engine.action.Actions.NOON;
import static io.plimsoll.engine.action.Actions.decided;
import static io.plimsoll.engine.action.Actions.sent;
import static io.plimsoll.engine.action.Views.flat;
import static io.plimsoll.engine.action.Views.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.action.ReadBack.Verdict;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each verdict, in the order in which they are decided. */
class ReadBackTest {
  private static final Instant LONG_BEFORE = NOON.minusSeconds(3600);
  private static final Instant AFTER = NOON.plusSeconds(10);

  @ParameterizedTest
  @EnumSource(
      value = ActionKind.class,
      names = {"LIQUIDATE", "LIQUIDATE_ONLY", "LOCK", "CANCEL"})
  void aPersonsNormalAfterTheSendIsARelease(ActionKind kind) {
    expect(kind, holding().working().at(AFTER), Verdict.RELEASED);
  }

  @Test
  void aReleaseComesBeforeTheEffect() {
    expect(ActionKind.LIQUIDATE, flat().at(AFTER), Verdict.RELEASED);
  }

  @Test
  void aReleaseComesBeforeTheCause() {
    var view = holding().at(AFTER).view();
    assertThat(ReadBack.decide(sent(ActionKind.LOCK), view, false, ActionSettings.By.ADMIN))
        .isEqualTo(Verdict.RELEASED);
  }

  @ParameterizedTest
  @CsvSource({
    "-2001, SEND_AGAIN",
    "-2000, PROPOSE",
    "-1, PROPOSE",
    "0, PROPOSE",
    "1, PROPOSE",
    "2000, PROPOSE",
    "2001, RELEASED"
  })
  void aNormalWithinTheSkewOfTheClocksDecidesNothing(long millis, Verdict verdict) {
    expect(ActionKind.LOCK, flat().at(NOON.plusMillis(millis)), verdict);
  }

  @Test
  void ourOwnUnlockIsNoRelease() {
    expect(ActionKind.UNLOCK, flat().at(AFTER), Verdict.SHOWN);
  }

  @Test
  void theEffectComesBeforeTheCause() {
    var locked = flat().admin(AdminAction.LockTradingImmediately).at(AFTER).view();
    assertThat(ReadBack.decide(sent(ActionKind.LOCK), locked, false, ActionSettings.By.ADMIN))
        .isEqualTo(Verdict.SHOWN);
  }

  @Test
  void aLiquidationIsShownByAFlatAccount() {
    expect(
        ActionKind.LIQUIDATE,
        flat().admin(AdminAction.LiquidateImmediately).at(AFTER),
        Verdict.SHOWN);
  }

  @Test
  void someoneElsesStricterRestrictionShowsLiquidateOnly() {
    expect(
        ActionKind.LIQUIDATE_ONLY,
        flat().admin(AdminAction.LockTradingImmediately).at(AFTER),
        Verdict.SHOWN);
  }

  @Test
  void withoutACauseNothingIsSentAgain() {
    var view = holding().at(LONG_BEFORE).view();
    assertThat(ReadBack.decide(sent(ActionKind.LIQUIDATE), view, false, ActionSettings.By.ADMIN))
        .isEqualTo(Verdict.CAUSE_GONE);
  }

  @Test
  void aCancelIsSentAgainWhateverTheStamp() {
    expect(ActionKind.CANCEL, holding().working().at(null), Verdict.SEND_AGAIN);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActionKind.class,
      names = {"LIQUIDATE", "LIQUIDATE_ONLY", "LOCK"})
  void anOldStampProvesThatItHadNoEffect(ActionKind kind) {
    expect(kind, holding().at(LONG_BEFORE), Verdict.SEND_AGAIN);
  }

  @Test
  void anUnlockWithoutEffectIsSentAgain() {
    expect(
        ActionKind.UNLOCK,
        flat().admin(AdminAction.LockTradingImmediately).at(LONG_BEFORE),
        Verdict.SEND_AGAIN);
  }

  @Test
  void aLiquidationThatTheBrokerTookIsUnderWay() {
    expect(
        ActionKind.LIQUIDATE,
        holding().admin(AdminAction.LiquidateImmediately).at(AFTER),
        Verdict.UNDER_WAY);
  }

  @ParameterizedTest
  @CsvSource({"-2001, SEND_AGAIN", "-2000, UNDER_WAY", "0, UNDER_WAY", "60000, UNDER_WAY"})
  void aLiquidationStampedJustBeforeTheSendMayBeOurs(long millis, Verdict verdict) {
    expect(
        ActionKind.LIQUIDATE,
        holding().admin(AdminAction.LiquidateImmediately).at(NOON.plusMillis(millis)),
        verdict);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActionKind.class,
      names = {"LIQUIDATE", "LIQUIDATE_ONLY", "LOCK"})
  void withoutAStampTheFactsDoNotTell(ActionKind kind) {
    expect(kind, holding().at(null), Verdict.PROPOSE);
  }

  @Test
  void anotherAdminActionAfterTheSendIsForAPerson() {
    expect(
        ActionKind.LOCK, flat().admin(AdminAction.PlaceAutoLiqOnHold).at(AFTER), Verdict.PROPOSE);
  }

  @Test
  void ordersToCloseAreNeverSentBlindlyAgain() {
    var view = holding().at(LONG_BEFORE).view();
    assertThat(ReadBack.decide(sent(ActionKind.LIQUIDATE), view, true, ActionSettings.By.ORDERS))
        .isEqualTo(Verdict.PROPOSE);
  }

  @Test
  void whatWasNeverSentIsNotReadBack() {
    var view = flat().view();
    var action = decided(ActionKind.LOCK);
    assertThatThrownBy(() -> ReadBack.decide(action, view, true, ActionSettings.By.ADMIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void expect(ActionKind kind, Views views, Verdict verdict) {
    assertThat(ReadBack.decide(sent(kind), views.view(), true, ActionSettings.By.ADMIN))
        .isEqualTo(verdict);
  }
}
