package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.store.StoreException;
import io.plimsoll.engine.tradovate.Inbound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shard without sockets, threads and waiting. */
class RehearsalTest extends RehearsalCase {
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
