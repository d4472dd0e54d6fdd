package io.plimsoll.engine.action;

import static io.plimsoll.engine.action.Actions.NOON;
import static io.plimsoll.engine.action.Actions.decided;
import static io.plimsoll.engine.action.Actions.sent;
import static io.plimsoll.engine.action.Custody.FREE;
import static io.plimsoll.engine.action.Views.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CustodyTest {
  private static final String STEP = "1001/trailing-drawdown/3/lock";

  @ParameterizedTest
  @CsvSource({
    "LockTradingImmediately, Normal, true",
    "LockTradingImmediately, LiquidateOnlyModeImmediately, true",
    "LiquidateImmediately, Normal, true",
    "LiquidateOnlyModeImmediately, Normal, true",
    "LiquidateOnlyModeImmediately, LockTradingImmediately, false",
    "LiquidateImmediately, LockTradingImmediately, false",
    "LockTradingImmediately, LiquidateImmediately, false",
    "LockTradingImmediately, LockTradingImmediately, false",
    "Normal, Normal, false",
    "PlaceAutoLiqOnHold, Normal, false",
    "LockTradingImmediately, UNKNOWN, false"
  })
  void aReleaseIsAWeakerAdminAction(AdminAction before, AdminAction now, boolean release) {
    assertThat(FREE.saw(before).isRelease(flat().admin(now).view(), false)).isEqualTo(release);
  }

  @Test
  void ourOwnUnlockExplainsIt() {
    var locked = FREE.saw(AdminAction.LockTradingImmediately);
    assertThat(locked.isRelease(flat().view(), true)).isFalse();
  }

  @Test
  void aFirstSeenNormalIsNoRelease() {
    assertThat(FREE.isRelease(flat().view(), false)).isFalse();
  }

  @Test
  void aReleaseIsSeenThoughTheStatusWasUnknownInBetween() {
    var custody = FREE.saw(AdminAction.LockTradingImmediately).saw(AdminAction.UNKNOWN);
    assertThat(custody.isRelease(flat().view(), false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-2001, false", "-2000, true", "0, true", "3000, true", "3001, false"})
  void aLockIsOursBetweenItsSendAndItsAnswer(long millis, boolean ours) {
    var custody = FREE.proven(sent(ActionKind.LOCK).answered(NOON.plusMillis(1000), "accepted"));
    var view = flat().admin(AdminAction.LockTradingImmediately).at(NOON.plusMillis(millis)).view();
    assertThat(custody.isOurs(view)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({"7000, true", "7001, false"})
  void anUnansweredLockIsOursForFiveSeconds(long millis, boolean ours) {
    var custody = FREE.proven(sent(ActionKind.LOCK));
    var view = flat().admin(AdminAction.LockTradingImmediately).at(NOON.plusMillis(millis)).view();
    assertThat(custody.isOurs(view)).isEqualTo(ours);
  }

  @Test
  void anotherActionAtThatTimeIsNotOurs() {
    var custody = FREE.proven(sent(ActionKind.LOCK));
    var view = flat().admin(AdminAction.LiquidateOnlyModeImmediately).at(NOON).view();
    assertThat(custody.isOurs(view)).isFalse();
  }

  @Test
  void withoutAStampItIsNotOurs() {
    var custody = FREE.proven(sent(ActionKind.LOCK));
    assertThat(custody.isOurs(flat().admin(AdminAction.LockTradingImmediately).view())).isFalse();
  }

  @Test
  void aLockWeNeverSentIsNotOurs() {
    var view = flat().admin(AdminAction.LockTradingImmediately).at(NOON).view();
    assertThat(FREE.isOurs(view)).isFalse();
  }

  @Test
  void aProvenUnlockLeavesNothingOfOurs() {
    var custody = FREE.proven(sent(ActionKind.LOCK)).proven(sent(ActionKind.UNLOCK));
    assertThat(custody.ours()).isNull();
  }

  @Test
  void aProvenCancelSaysNothingOfTheRestriction() {
    var custody = FREE.proven(sent(ActionKind.LOCK));
    assertThat(custody.proven(sent(ActionKind.CANCEL))).isEqualTo(custody);
  }

  @Test
  void aCancelThatWasNeverSentTakesNothingAway() {
    var custody = FREE.proven(sent(ActionKind.LOCK));
    assertThat(custody.proven(decided(ActionKind.CANCEL)).ours()).isNotNull();
  }

  @Test
  void remembersWhichLatchingTheLockAnswersTo() {
    var ours = FREE.proven(sent(ActionKind.LOCK)).ours();
    assertThat(ours)
        .returns("trailing-drawdown", Custody.Ours::limit)
        .returns(3L, Custody.Ours::latching);
  }

  @Test
  void attemptsCountFromOne() {
    assertThat(FREE.nextAttempt(STEP)).isEqualTo(1);
    assertThat(FREE.tried(STEP, 1).nextAttempt(STEP)).isEqualTo(2);
  }

  @Test
  void anAttemptIsNeverUsedAgainWhenTheRequirementComesBack() {
    var custody =
        FREE.require(Restriction.LIQUIDATE_AND_LOCK, false)
            .tried(STEP, 1)
            .require(Restriction.NONE, false)
            .require(Restriction.LIQUIDATE_AND_LOCK, false);
    assertThat(custody.nextAttempt(STEP)).isEqualTo(2);
  }

  @Test
  void anAttemptIsNeverUsedAgainAfterARelease() {
    assertThat(FREE.tried(STEP, 1).released().nextAttempt(STEP)).isEqualTo(2);
  }

  @Test
  void forgetsTheAttemptsOfLatchingsLongPast() {
    var custody = FREE;
    for (int latching = 1; latching <= 100; latching++) {
      custody = custody.tried("1001/daily-loss.auto-liquidate/%d/lock".formatted(latching), 1);
    }
    assertThat(custody.attempts())
        .hasSizeLessThanOrEqualTo(64)
        .containsKey("1001/daily-loss.auto-liquidate/100/lock")
        .doesNotContainKey("1001/daily-loss.auto-liquidate/1/lock");
  }

  @Test
  void theSameRequirementChangesNothing() {
    var custody = FREE.require(Restriction.CANCEL, false).stuck(ActionProof.DEAD, "refused");
    assertThat(custody.require(Restriction.CANCEL, false)).isEqualTo(custody);
  }

  @ParameterizedTest
  @EnumSource(
      value = Restriction.class,
      names = {"NONE", "CANCEL", "LIQUIDATE_AND_LOCK"})
  void anotherRequirementFreesWhatWasStuck(Restriction restriction) {
    var custody =
        FREE.require(Restriction.LIQUIDATE_ONLY, false).stuck(ActionProof.DEAD, "refused");
    assertThat(custody.require(restriction, false).stuck()).isNull();
  }

  @Test
  void aReleaseLeavesNothingRequiredStuckOrOurs() {
    var custody =
        FREE.require(Restriction.LIQUIDATE_AND_LOCK, false)
            .saw(AdminAction.LockTradingImmediately)
            .proven(sent(ActionKind.LOCK))
            .stuck(ActionProof.PROPOSED, "in doubt")
            .released();
    assertThat(custody)
        .returns(Restriction.NONE, Custody::required)
        .returns(null, Custody::ours)
        .returns(null, Custody::stuck)
        .returns(AdminAction.LockTradingImmediately, Custody::lastSeen);
  }
}
