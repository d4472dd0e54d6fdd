package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.tradovate.Inbound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which text of a plan holds an account, and how a person changes that. */
class AssignmentTest extends RehearsalCase {
  private static final Plan LOOSE = trailing(2_000, new Moves.AtTick()).versioned("loose");
  private static final Plan TIGHT = trailing(1_000, new Moves.AtTick()).versioned("tight");

  private Command.Answer assign(@Nullable String plan, boolean atOnce) {
    return rehearsal.order(new Command.Assign(ACCOUNT, "ann", "a test", plan, atOnce));
  }

  /** The engine ends, and begins again with these plans written in its settings. */
  private void restartWith(Plan... written) {
    var now = rehearsal.now();
    rehearsal.close();
    begin(List.of(written), List.of(), now);
  }

  private String version() {
    return account().plan().version();
  }

  @Test
  void anAccountStaysHeldToTheTextItBeganWith() {
    begin(LOOSE);
    restartWith(TIGHT);
    assertThat(version()).isEqualTo("loose");
    assertThat(account().figures().floor()).isEqualByComparingTo("48000");
  }

  @Test
  void aTextThatIsNotWrittenAnyMoreStillHolds() {
    begin(LOOSE);
    restartWith();
    assertThat(version()).isEqualTo("loose");
    rehearsal.feed(price("-1000"));
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE, ActionKind.LOCK);
  }

  @Test
  void theNewTextHoldsAtOnceWhenAPersonSaysSo() {
    begin(LOOSE);
    restartWith(TIGHT);
    assertThat(assign(null, true)).isInstanceOf(Command.Answer.Done.class);
    assertThat(version()).isEqualTo("tight");
    assertThat(account().figures().floor()).isEqualByComparingTo("49000");
  }

  @Test
  void theNewTextHoldsFromTheNextResetOn() {
    begin(LOOSE);
    restartWith(TIGHT);
    assertThat(assign(null, false))
        .isInstanceOfSatisfying(
            Command.Answer.Done.class,
            done -> assertThat(done.text()).contains("tight", "2026-01-05T23:00:00Z", "loose"));
    rehearsal.at(RESET.minusSeconds(1));
    assertThat(version()).isEqualTo("loose");
    rehearsal.at(RESET, changes(cash("50000", RESET)));
    assertThat(version()).isEqualTo("tight");
  }

  @Test
  void anAssignmentThatWaitsSurvivesARestart() {
    begin(LOOSE);
    restartWith(TIGHT);
    assign(null, false);
    rehearsal.restart(List.of());
    assertThat(version()).isEqualTo("loose");
    rehearsal.at(RESET, changes(cash("50000", RESET)));
    assertThat(version()).isEqualTo("tight");
  }

  @Test
  void theAssignedTextIsTheOneOfThatTimeEvenIfItIsWrittenAnewBeforeTheReset() {
    begin(LOOSE);
    restartWith(TIGHT);
    assign(null, false);
    restartWith(trailing(500, new Moves.AtTick()).versioned("tighter"));
    rehearsal.at(RESET, changes(cash("50000", RESET)));
    assertThat(version()).isEqualTo("tight");
  }

  @Test
  void aBreachOnlyByTheNewTextIsProposed() {
    begin(LOOSE);
    restartWith(TIGHT);
    rehearsal.feed(price("-200"));
    assign(null, true);
    assertThat(asked).isEmpty();
    assertThat(account().required()).isEqualTo(Restriction.NONE);
    assertThat(account().proposals()).isOne();
    assertThat(account().findings()).contains("trailing-drawdown.reached");
  }

  @Test
  void anAccountInBreachByBothIsActedOnOnce() {
    begin(LOOSE);
    restartWith(TIGHT);
    rehearsal.feed(price("-1000"));
    assign(null, true);
    assertThat(asked).containsExactly(ActionKind.LIQUIDATE, ActionKind.LOCK);
    assertThat(account().required()).isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
  }

  @Test
  void aLargerAmountDoesNotLowerTheFloor() {
    begin(TIGHT);
    restartWith(LOOSE);
    assign(null, true);
    assertThat(version()).isEqualTo("loose");
    assertThat(account().figures().floor()).isEqualByComparingTo("49000");
  }

  @Test
  void thePlanThatHoldsNeedNotBeAssigned() {
    begin(LOOSE);
    assertThat(assign("evaluation", true))
        .isEqualTo(new Command.Answer.Done("held to plan evaluation version loose already"));
  }

  @Test
  void aPlanThatIsNotWrittenIsRefusedAndTheOthersAreNamed() {
    begin(LOOSE);
    assertThat(assign("funded", false))
        .isEqualTo(new Command.Answer.Refused("There is no plan (funded). Plans: evaluation."));
  }

  @Test
  void whereNoPlanMatchesOneMustBeNamed() {
    begin(LOOSE);
    restartWith();
    assertThat(assign(null, false))
        .isInstanceOfSatisfying(
            Command.Answer.Refused.class,
            refused -> assertThat(refused.text()).contains("EVAL-1", "--plan"));
  }

  @Test
  void atOnceIsRefusedWhileEquityIsUnknown() {
    begin(LOOSE);
    restartWith(TIGHT);
    rehearsal.feed(List.of(new Inbound.PricesDown("test")));
    assertThat(assign(null, true))
        .isInstanceOfSatisfying(
            Command.Answer.Refused.class,
            refused -> assertThat(refused.text()).contains("equity is not known"));
    assertThat(version()).isEqualTo("loose");
  }

  @Test
  void assigningThePlanThatHoldsTakesBackWhatWaits() {
    begin(LOOSE);
    restartWith(TIGHT);
    assign(null, false);
    restartWith(LOOSE);
    assign(null, false);
    rehearsal.at(RESET, changes(cash("50000", RESET)));
    assertThat(version()).isEqualTo("loose");
  }

  @Test
  void anAccountThatNoPlanHeldTakesTheFirstThatMatches() {
    begin(List.of(), List.of(), START.minusSeconds(1));
    assertThat(account().plan().version()).isEmpty();
    restartWith(TIGHT);
    assertThat(version()).isEqualTo("tight");
  }
}
