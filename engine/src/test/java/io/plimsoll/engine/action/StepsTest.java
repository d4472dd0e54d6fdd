package io.plimsoll.engine.action;

import static io.plimsoll.engine.action.Views.flat;
import static io.plimsoll.engine.action.Views.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepsTest {
  @Test
  void nothingRequiredIsNothingToDo() {
    expectNext(Restriction.NONE, holding().working(), null);
  }

  @Test
  void cancelsWhileAnOrderLives() {
    expectNext(Restriction.CANCEL, flat().working(), ActionKind.CANCEL);
  }

  @Test
  void cancelsNothingOnAQuietAccount() {
    expectNext(Restriction.CANCEL, holding(), null);
  }

  @Test
  void restrictsAFreeAccount() {
    expectNext(Restriction.LIQUIDATE_ONLY, holding(), ActionKind.LIQUIDATE_ONLY);
  }

  @ParameterizedTest
  @EnumSource(
      value = AdminAction.class,
      names = {"LiquidateOnlyModeImmediately", "LockTradingImmediately", "LiquidateImmediately"})
  void leavesARestrictionThatIsAtLeastAsStrict(AdminAction admin) {
    expectNext(Restriction.LIQUIDATE_ONLY, holding().admin(admin), null);
  }

  @Test
  void leavesALiquidationThatSomeoneElseHasOrdered() {
    var ordered = holding().admin(AdminAction.LiquidateImmediately);
    expectNext(Restriction.LIQUIDATE_AND_LOCK, ordered, null);
  }

  @Test
  void liquidatesWhileAPositionIsOpen() {
    expectNext(Restriction.LIQUIDATE_AND_LOCK, holding(), ActionKind.LIQUIDATE);
  }

  @Test
  void liquidatesWhileAnOrderLives() {
    expectNext(Restriction.LIQUIDATE_AND_LOCK, flat().working(), ActionKind.LIQUIDATE);
  }

  @Test
  void aFlatAndQuietAccountIsLockedAtOnce() {
    expectNext(Restriction.LIQUIDATE_AND_LOCK, flat(), ActionKind.LOCK);
  }

  @Test
  void doesNotLockInAPosition() {
    var locked = holding().admin(AdminAction.LockTradingImmediately);
    expectNext(Restriction.LIQUIDATE_AND_LOCK, locked, ActionKind.LIQUIDATE);
  }

  @Test
  void aFlatAndLockedAccountIsDone() {
    var locked = flat().admin(AdminAction.LockTradingImmediately);
    expectNext(Restriction.LIQUIDATE_AND_LOCK, locked, null);
  }

  @Test
  void locksAfterTheLiquidation() {
    var liquidated = flat().admin(AdminAction.LiquidateImmediately);
    expectNext(Restriction.LIQUIDATE_AND_LOCK, liquidated, ActionKind.LOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "LIQUIDATE_ONLY, Normal, false",
    "LIQUIDATE_ONLY, LiquidateOnlyModeImmediately, true",
    "LIQUIDATE_ONLY, DisableAutoLiq, false",
    "LOCK, LockTradingImmediately, true",
    "LOCK, LiquidateOnlyModeImmediately, false",
    "LOCK, LiquidateImmediately, false",
    "UNLOCK, Normal, true",
    "UNLOCK, LockTradingImmediately, false",
    "UNLOCK, UNKNOWN, false"
  })
  void anAdminActionIsShownByTheStatus(ActionKind kind, AdminAction admin, boolean shown) {
    assertThat(Steps.isShown(kind, flat().admin(admin).view())).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource(
      value = AdminAction.class,
      names = {"LockTradingImmediately", "LiquidateImmediately"})
  void aStricterRestrictionShowsTheMilderOne(AdminAction admin) {
    assertThat(Steps.isShown(ActionKind.LIQUIDATE_ONLY, flat().admin(admin).view())).isTrue();
  }

  @Test
  void aLiquidationIsShownByAFlatAndQuietAccount() {
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, flat().view())).isTrue();
  }

  @Test
  void aLiquidationIsNotShownWhileAPositionIsOpen() {
    var busy = holding().admin(AdminAction.LiquidateImmediately).view();
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, busy)).isFalse();
  }

  @Test
  void aLiquidationIsNotShownWhileAnOrderLives() {
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, flat().working().view())).isFalse();
  }

  @Test
  void aCancelIsShownByAQuietAccountWhateverItHolds() {
    assertThat(Steps.isShown(ActionKind.CANCEL, holding().view())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LIQUIDATE, LiquidateImmediately",
    "LIQUIDATE_ONLY, LiquidateOnlyModeImmediately",
    "LOCK, LockTradingImmediately",
    "UNLOCK, Normal"
  })
  void theBrokerIsToldInItsOwnWords(ActionKind kind, AdminAction admin) {
    assertThat(Steps.adminAction(kind)).contains(admin);
  }

  @Test
  void aCancelIsNoAdminAction() {
    assertThat(Steps.adminAction(ActionKind.CANCEL)).isEmpty();
  }

  private static void expectNext(Restriction required, Views views, @Nullable ActionKind kind) {
    assertThat(Steps.next(required, false, views.view()).orElse(null)).isEqualTo(kind);
  }
}
