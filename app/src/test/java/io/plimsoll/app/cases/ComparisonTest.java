package io.plimsoll.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.cases.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "48000, 48000.00, true",
    "48000.00, 48000, true",
    "48000, 48000.01, false",
    "3333.33, 3333.333333, true",
    "3333.333, 3333.333333, true",
    "3333.34, 3333.333333, false",
    "-0.5, -0.50, true"
  })
  void amountsCompareToTheCent(BigDecimal wanted, BigDecimal actual, boolean met) {
    assertThat(Comparison.isMet(new Wanted.Amount(wanted), actual)).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2.000000, true",
    "2, 2.040000, false",
    "33.3, 33.333333, true",
    "66.67, 66.666667, true",
    "66.6, 66.666667, false"
  })
  void percentagesCompareToTheDecimalsWritten(BigDecimal wanted, BigDecimal actual, boolean met) {
    assertThat(Comparison.isMet(new Wanted.Percent(wanted), actual)).isEqualTo(met);
  }

  @Test
  void unknownIsNoNumber() {
    assertThat(Comparison.isMet(new Wanted.Unknown(), null)).isTrue();
    assertThat(Comparison.isMet(new Wanted.Unknown(), BigDecimal.ZERO)).isFalse();
    assertThat(Comparison.isMet(new Wanted.Amount(BigDecimal.ZERO), null)).isFalse();
    assertThat(Comparison.text((Object) null)).isEqualTo("unknown");
  }

  @Test
  void namesAreExact() {
    var wanted = Wanted.Names.of(Set.of("a", "b"));
    assertThat(Comparison.isMet(wanted, Set.of("b", "a"))).isTrue();
    assertThat(Comparison.isMet(wanted, Set.of("a"))).isFalse();
    assertThat(Comparison.isMet(wanted, Set.of("a", "b", "c"))).isFalse();
    assertThat(Comparison.text(wanted)).isEqualTo("[a, b]");
    assertThat(Comparison.text(Set.of())).isEqualTo("none");
  }

  @Test
  void countsAreOfAllKinds() {
    var wanted = new Wanted.Counts(new TreeMap<>(Map.of("lock", 1, "cancel", 0)));
    assertThat(Comparison.isMet(wanted, Map.of("lock", 1))).isTrue();
    assertThat(Comparison.isMet(wanted, Map.of("lock", 1, "liquidate", 1))).isFalse();
    assertThat(Comparison.isMet(wanted, Map.of())).isFalse();
    assertThat(Comparison.text(wanted)).isEqualTo("{lock: 1}");
  }

  @Test
  void theOthersAreEqualOrNot() {
    assertThat(Comparison.isMet(new Wanted.Count(2), 2)).isTrue();
    assertThat(Comparison.isMet(new Wanted.Count(2), 3)).isFalse();
    assertThat(Comparison.isMet(new Wanted.Flag(true), true)).isTrue();
    assertThat(Comparison.isMet(new Wanted.Flag(true), false)).isFalse();
    assertThat(Comparison.isMet(new Wanted.Word("none"), "none")).isTrue();
    assertThat(Comparison.isMet(new Wanted.Word("none"), "alert")).isFalse();
    var date = LocalDate.of(2026, 1, 5);
    assertThat(Comparison.isMet(new Wanted.Date(date), date)).isTrue();
    assertThat(Comparison.isMet(new Wanted.Date(date), date.plusDays(1))).isFalse();
    assertThat(Comparison.isMet(new Wanted.Quantity(new BigDecimal("1.1")), new BigDecimal("1.10")))
        .isTrue();
    assertThat(Comparison.isMet(new Wanted.Quantity(BigDecimal.ONE), new BigDecimal("1.1")))
        .isFalse();
  }

  /** As exact as they are: two numbers that differ must not be written alike. */
  @Test
  void numbersAreWrittenWhole() {
    assertThat(Comparison.text(new BigDecimal("47999.994"))).isEqualTo("47999.994");
    assertThat(Comparison.text(new BigDecimal("48000"))).isEqualTo("48000.00");
  }
}
