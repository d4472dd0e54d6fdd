package io.plimsoll.engine.action;

import static io.plimsoll.engine.action.Actions.NOON;
import static io.plimsoll.engine.action.Actions.decided;
import static io.plimsoll.engine.action.Actions.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTest {
  @Test
  void theKeyIsAccountLimitLatchingStepAndAttempt() {
    assertThat(decided(ActionKind.LIQUIDATE_ONLY).key())
        .isEqualTo("1001/trailing-drawdown/3/liquidate-only/1");
  }

  @Test
  void theKeyStaysFromDecisionToEnd() {
    var action = decided(ActionKind.LOCK);
    assertThat(
            action
                .sent(NOON)
                .answered(NOON, "accepted")
                .ended(Action.State.VERIFIED, NOON, "shown")
                .key())
        .isEqualTo(action.key());
  }

  @Test
  void theNextAttemptHasItsOwnKey() {
    var next = sent(ActionKind.LOCK).nextAttempt(NOON.plusSeconds(5), null);
    assertThat(next.key()).isEqualTo("1001/trailing-drawdown/3/lock/2");
    assertThat(next.step()).isEqualTo(decided(ActionKind.LOCK).step());
  }

  @Test
  void theNextAttemptBeginsUnsent() {
    var next = sent(ActionKind.LOCK).answered(NOON, "x").nextAttempt(NOON.plusSeconds(5), null);
    assertThat(next)
        .returns(Action.State.PENDING, Action::state)
        .returns(null, Action::sentAt)
        .returns(null, Action::answeredAt)
        .returns(NOON.plusSeconds(5), Action::decidedAt);
  }

  @Test
  void isPendingUntilItIsSent() {
    assertThat(decided(ActionKind.LOCK).state()).isEqualTo(Action.State.PENDING);
    assertThat(sent(ActionKind.LOCK).state()).isEqualTo(Action.State.IN_FLIGHT);
  }

  @Test
  void anAnswerDoesNotProveIt() {
    assertThat(sent(ActionKind.LOCK).answered(NOON, "accepted").state())
        .isEqualTo(Action.State.IN_FLIGHT);
  }

  @Test
  void postponedItIsAsUnsentAsBefore() {
    var due = NOON.plusSeconds(60);
    assertThat(sent(ActionKind.LOCK).postponed(due, null, NOON, "SessionClosed"))
        .returns(Action.State.PENDING, Action::state)
        .returns(null, Action::sentAt)
        .returns(due, Action::dueAt);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, true",
    "IN_FLIGHT, true",
    "VERIFIED, false",
    "CANCELLED, false",
    "DEAD, false"
  })
  void isUnderWayUntilItEnds(Action.State state, boolean underWay) {
    assertThat(decided(ActionKind.LOCK).ended(state, NOON, "x").isUnderWay()).isEqualTo(underWay);
  }

  @Test
  void anUnsentActionIsRevivedWithoutItsEnd() {
    var action =
        Action.decided(1001, "x", 1, ActionKind.LIQUIDATE, 1, "why", NOON, NOON.plusSeconds(30));
    assertThat(action.revived().notAfter()).isNull();
  }

  @Test
  void aSentActionIsNotRevivedButReadBack() {
    var action = sent(ActionKind.LIQUIDATE);
    assertThat(action.revived()).isSameAs(action);
  }

  @ParameterizedTest
  @CsvSource({
    "CANCEL, CANCEL",
    "LIQUIDATE_ONLY, LIQUIDATE_ONLY",
    "LIQUIDATE, LIQUIDATE_AND_LOCK",
    "LOCK, LIQUIDATE_AND_LOCK",
    "UNLOCK, NONE"
  })
  void servesARequirement(ActionKind kind, Restriction restriction) {
    assertThat(kind.serves()).isEqualTo(restriction);
  }
}
