package io.plimsoll.app.demo;

import static io.plimsoll.app.demo.NarratorTest.logged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StandingTest {
  @Test
  void aMoveNamesEquityFloorRoomPlanAndWhoseFloorItIs() {
    assertThat(
            text(
                "account moved",
                "name",
                "EVAL50K-1001",
                "plan",
                "evaluation-50k",
                "equity",
                "50300.00",
                "floor",
                "48300.00",
                "room",
                "2000.00",
                "limit",
                "trailing-drawdown"))
        .isEqualTo(
            "EVAL50K-1001    equity  50,300.00  floor 48,300.00  room  2,000.00"
                + "  evaluation-50k  trailing-drawdown");
  }

  @Test
  void roomIsNegativeBelowTheFloor() {
    assertThat(text("state changed", "name", "A", "equity", "1", "floor", "2", "room", "-1.00"))
        .contains("room     -1.00");
  }

  @Test
  void figuresStandUnderOneAnotherWhateverTheirSize() {
    var small =
        text("state changed", "name", "A", "equity", "1", "floor", "2", "room", "-1", "plan", "p");
    var large =
        text(
            "state changed",
            "name",
            "FUND100K-1002",
            "equity",
            "100000.00",
            "floor",
            "98000.00",
            "room",
            "2000.00",
            "plan",
            "funded-100k");
    for (var column : new String[] {"equity", "floor", "room"}) {
      assertThat(small.indexOf(column)).isEqualTo(large.indexOf(column));
    }
    assertThat(small.indexOf("p", small.indexOf("room"))).isEqualTo(large.indexOf("funded-100k"));
  }

  @Test
  void aStateNamesTheBandWhileItIsNear() {
    assertThat(text("state changed", "name", "A", "limit", "l", "trailing", "NEAR 75%"))
        .endsWith("l, 75% of its drawdown used up");
    assertThat(text("state changed", "name", "A", "limit", "l", "trailing", "CLEAR "))
        .endsWith("l");
    assertThat(text("state changed", "name", "A", "limit", "l", "trailing", "NEAR")).endsWith("l");
  }

  @Test
  void aProfitTargetIsToldWhereThereIsOne() {
    assertThat(text("account moved", "name", "A", "limit", "l", "ceiling", "53000.00"))
        .endsWith("l, target 53,000.00");
  }

  @Test
  void whatIsUnknownOrDoesNotHoldIsADash() {
    assertThat(text("state changed", "name", "A", "plan", "p", "equity", "null"))
        .containsPattern("equity +-  floor +-  room +-  p");
  }

  @Test
  void theIntroductionNamesThePlanAndEveryFloorHighestFirst() {
    var moved =
        logged(
            "account moved",
            "name",
            "FUND100K-1002",
            "plan",
            "funded-100k",
            "floor.daily-loss.alert",
            "98000.00",
            "floor.trailing-drawdown",
            "94000.00");
    assertThat(Standing.of(moved).orElseThrow().introduction())
        .isEqualTo(
            "FUND100K-1002   funded-100k     floors daily-loss.alert 98,000.00,"
                + " trailing-drawdown 94,000.00");
    assertThat(Standing.of(moved).orElseThrow().floors())
        .containsEntry("daily-loss.alert", new BigDecimal("98000.00"));
  }

  @Test
  void otherEventsSayNothingOfIt() {
    assertThat(Standing.of(logged("alert opened", "name", "A", "equity", "1.00"))).isEmpty();
    assertThat(Standing.of(new Happening.Mailed("state changed", "A"))).isEmpty();
  }

  private static String text(String event, String... fields) {
    return Standing.of(logged(event, fields)).orElseThrow().text();
  }
}
