package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.atBroker;
import static io.plimsoll.engine.risk.Imposing.locked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImposedTest {
  @ParameterizedTest
  @CsvSource({
    "1000, 1000",
    "-1000, 1000",
    "0.50, 0.5",
    "99999999.99, 99999999.99",
    "-99999999.99, 99999999.99"
  })
  void aNumberIsReadWithoutItsSign(String sent, BigDecimal read) {
    assertThat(atBroker("dailyLossAutoLiq", sent).number("dailyLossAutoLiq"))
        .isEqualByComparingTo(read);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.00", "100000000", "-100000000", "1e9"})
  void zeroAndAHundredMillionAreNoLimit(String sent) {
    assertThat(atBroker("dailyLossAutoLiq", sent).numbers()).isEmpty();
  }

  @Test
  void whatIsAbsentIsNoLimit() {
    var sent = new HashMap<String, @Nullable BigDecimal>();
    sent.put("dailyLossAutoLiq", null);
    assertThat(Imposed.of(sent, false, null, new TreeSet<>())).isEqualTo(Imposed.NOTHING);
  }

  @Test
  void howADecimalIsWrittenMakesNoDifference() {
    assertThat(atBroker("dailyLossAutoLiq", "1000.00"))
        .isEqualTo(atBroker("dailyLossAutoLiq", "1000"));
  }

  @ParameterizedTest
  @CsvSource({
    "dailyLossPercentageAutoLiq, 0.04, true",
    "dailyLossPercentageAutoLiq, 1, true",
    "dailyLossPercentageAutoLiq, 1.01, false",
    "marginPercentageAlert, 0.7, true",
    "dailyLossAutoLiq, 0.04, false"
  })
  void aPercentageUpToOneLooksLikeAFractionByMistake(String name, String value, boolean odd) {
    assertThat(atBroker(name, value).suspicious().contains(name)).isEqualTo(odd);
  }

  @ParameterizedTest
  @CsvSource({"1000.01, true", "1000, false", "999.99, false"})
  void aLargerLimitIsWeaker(String now, boolean weaker) {
    var before = atBroker("dailyLossAutoLiq", "1000");
    assertThat(atBroker("dailyLossAutoLiq", now).weakerThan(before).contains("dailyLossAutoLiq"))
        .isEqualTo(weaker);
  }

  @Test
  void aLimitThatIsGoneIsWeakerAndANewOneIsNot() {
    var before = atBroker("dailyLossAutoLiq", "1000");
    assertThat(atBroker("weeklyLossAutoLiq", "5").weakerThan(before))
        .containsExactly("dailyLossAutoLiq");
  }

  @Test
  void aLockThatIsTakenAwayIsWeakerAndANewOneIsNot() {
    var free = atBroker("dailyLossAutoLiq", "1000");
    assertThat(free.weakerThan(locked(free, "doNotUnlock"))).containsExactly("doNotUnlock");
    assertThat(locked(free, "doNotUnlock").weakerThan(free)).isEmpty();
    assertThat(locked(free, "doNotUnlock").weakerThan(locked(free, "doNotUnlock"))).isEmpty();
  }

  @Test
  void theStricterHasTheSmallerOfEachLimitAndAllLocks() {
    var one = locked(atBroker("dailyLossAutoLiq", "1000", "weeklyLossAutoLiq", "5"), "doNotUnlock");
    var other =
        locked(atBroker("dailyLossAutoLiq", "900", "dailyProfitAutoLiq", "7"), "changesLocked");
    var both =
        locked(
            atBroker(
                "dailyLossAutoLiq", "900", "weeklyLossAutoLiq", "5", "dailyProfitAutoLiq", "7"),
            "doNotUnlock",
            "changesLocked");
    assertThat(one.stricter(other)).isEqualTo(both);
    assertThat(other.stricter(one)).isEqualTo(both);
  }

  @Test
  void nobodyCanChangeItFromOutside() {
    var imposed = locked(atBroker("dailyLossAutoLiq", "1000"), "doNotUnlock");
    var numbers = imposed.numbers();
    var locked = imposed.locked();
    assertThatThrownBy(() -> numbers.remove("dailyLossAutoLiq"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> locked.remove("doNotUnlock"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
