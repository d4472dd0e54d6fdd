package io.plimsoll.app.demo;

import static io.plimsoll.app.demo.NarratorTest.logged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTest {
  private final Moves moves = new Moves(List.of("A"));

  @Test
  void whereAnAccountFirstStandsIsTold() {
    assertThat(moves.isWorthALine(moved("A", "50000.00"), 1)).isTrue();
  }

  @Test
  void theBackgroundMovesUntold() {
    assertThat(moves.isWorthALine(moved("B", "50000.00"), 1)).isFalse();
    assertThat(moves.introduction(moved("B", "50000.00"))).isEmpty();
  }

  @Test
  void halfAPercentIsAStepAndLessIsNot() {
    moves.isWorthALine(moved("A", "50000.00"), 1);
    assertThat(moves.isWorthALine(moved("A", "49752.00"), 9)).isFalse();
    assertThat(moves.isWorthALine(moved("A", "49751.00"), 9)).isTrue();
    assertThat(moves.isWorthALine(moved("A", "50000.00"), 19)).as("up again").isFalse();
    assertThat(moves.isWorthALine(moved("A", "50002.00"), 19)).as("up again").isTrue();
  }

  @Test
  void aStepWaitsForTwoSecondsAfterTheLastLine() {
    moves.isWorthALine(moved("A", "50000.00"), 1);
    assertThat(moves.isWorthALine(moved("A", "40000.00"), 2.9)).isFalse();
    assertThat(moves.isWorthALine(moved("A", "40000.00"), 3)).isTrue();
  }

  @Test
  void aChangeOfStateIsAlwaysToldAndIsALineToMoveFrom() {
    moves.isWorthALine(moved("A", "50000.00"), 1);
    var changed = logged("state changed", "name", "A", "equity", "40000.00");
    assertThat(moves.isWorthALine(changed, 1.1)).isTrue();
    assertThat(moves.isWorthALine(changed, 1.2)).isTrue();
    assertThat(moves.isWorthALine(moved("A", "40000.00"), 9)).isFalse();
    assertThat(moves.isWorthALine(logged("state changed", "name", "B"), 9)).isTrue();
  }

  @Test
  void anUnknownEquityIsNoMove() {
    assertThat(moves.isWorthALine(moved("A", "null"), 1)).isFalse();
  }

  @Test
  void whatIsNoMoveIsNoneOfItsBusiness() {
    assertThat(moves.isWorthALine(logged("link down"), 1)).isTrue();
    assertThat(moves.isWorthALine(new Happening.Killed(), 1)).isTrue();
    assertThat(moves.introduction(logged("link down"))).isEmpty();
  }

  @Test
  void anAccountIsIntroducedOnceAndByAMove() {
    assertThat(moves.introduction(logged("state changed", "name", "A"))).isEmpty();
    assertThat(moves.introduction(moved("A", "50000.00"))).isPresent();
    assertThat(moves.introduction(moved("A", "40000.00"))).isEmpty();
  }

  private static Happening.Logged moved(String account, String equity) {
    return logged("account moved", "name", account, "equity", equity);
  }
}
