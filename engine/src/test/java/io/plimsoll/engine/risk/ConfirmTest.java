package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.RiskCase.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How many evaluations in breach it takes. */
class ConfirmTest {
  @Test
  void oneIsEnoughWhereThePlanSaysNothing() {
    open(evaluation50k()).equity("47000").expectLatched("trailing-drawdown");
  }

  @Test
  void threeInARowWhereItSaysThree() {
    var account = three().equity("47000").equity("46999");
    account.expectNothingLatched();
    account.equity("46998").expectLatched("trailing-drawdown");
  }

  @Test
  void onlyAChangedNumberIsAnotherEvaluation() {
    var account = three().equity("47000").equity("46999").tick().tick().tick();
    account.expectNothingLatched();
    account.equity("46998").expectLatched("trailing-drawdown");
  }

  @Test
  void aChangedBalanceIsOneThoughEquityIsTheSame() {
    var account = three().balance("50000", "47000").balance("49000", "47000");
    account.balance("48000", "47000").expectLatched("trailing-drawdown");
  }

  @Test
  void theFirstCountsThoughNoNumberChanged() {
    // The floor rises to the equity by the broker's maximum; equity itself has not changed.
    var account = three().equity("50000").maxNetLiq("52000").tick();
    account.expectNothingLatched();
    account.equity("49999").equity("49998").expectLatched("trailing-drawdown");
  }

  @Test
  void anEvaluationThatIsNotInBreachStartsAgain() {
    var account = three().equity("47000").equity("46999").equity("48500");
    account.equity("47000").equity("46999").expectNothingLatched();
    account.equity("46998").expectLatched("trailing-drawdown");
  }

  @Test
  void theUnknownNeitherCountsNorStartsAgain() {
    var account = three().equity("47000").unknownEquity().unknownEquity().equity("46999");
    account.expectNothingLatched();
    account.unknownEquity().equity("46998").expectLatched("trailing-drawdown");
  }

  @Test
  void whatComesBackAsItWasIsNoOtherEvaluation() {
    var account = three().equity("47000").equity("46999").unknownEquity().equity("46999");
    account.expectNothingLatched();
  }

  @Test
  void aPriceThatJumpsNeedsASecond() {
    var account = jumping().jumped(true).equity("47000");
    account.expectNothingLatched();
    account.jumped(false).equity("46999").expectLatched("trailing-drawdown");
  }

  @Test
  void twoJumpsInARowAreTwo() {
    var account = jumping().jumped(true).equity("47000").equity("46000");
    account.expectLatched("trailing-drawdown");
  }

  @Test
  void theSameJumpSeenTwiceIsOne() {
    jumping().jumped(true).equity("47000").tick().expectNothingLatched();
  }

  @Test
  void aJumpThatComesBackIsForgotten() {
    var account = jumping().jumped(true).equity("47000").equity("50000").equity("47000");
    account.expectNothingLatched();
  }

  @Test
  void withoutAJumpOneIsEnough() {
    jumping().equity("47000").expectLatched("trailing-drawdown");
  }

  @Test
  void aPlanThatWantsMoreThanTwoWantsThemAfterAJumpToo() {
    var account = three().jumped(true).equity("47000").equity("46999");
    account.expectNothingLatched();
    account.equity("46998").expectLatched("trailing-drawdown");
  }

  @Test
  void numbersAreRememberedOnlyWhereTheyAreCounted() {
    assertThat(open(evaluation50k()).equity("49000").state().history().equity()).isNull();
    assertThat(three().equity("49000").state().history().equity()).isEqualTo(Money.of(49_000));
    assertThat(jumping().equity("49000").state().history().equity()).isEqualTo(Money.of(49_000));
    assertThat(three().equity("49000").state().history().balance()).isEqualTo(Money.of(50_000));
  }

  private static RiskCase three() {
    return open(evaluation50k().conduct("evaluations", 3));
  }

  private static RiskCase jumping() {
    return open(evaluation50k().conduct("jump", new BigDecimal("2")));
  }
}
