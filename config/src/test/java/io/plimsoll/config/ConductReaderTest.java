package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.WithoutPrices;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code confirm}, {@code on-broker-reset}, {@code broker-grace}, {@code without-prices}. */
class ConductReaderTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void isAsUsualByDefault() {
    assertThat(folder.onlyPlan().conduct())
        .isEqualTo(Conduct.USUAL)
        .isEqualTo(new Conduct(WithoutPrices.UNKNOWN, 1, null, false, Duration.ofSeconds(10)));
    assertThat(read("confirm: { }")).isEqualTo(Conduct.USUAL);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "100, 100"})
  void takesHowManyEvaluationsConfirm(String written, int expected) {
    assertThat(read("confirm: { evaluations: %s }".formatted(written)).evaluations())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2%, 2", "2, 2", "1.50%, 1.5"})
  void takesTheJumpThatIsNotBelievedAtOnce(String written, BigDecimal expected) {
    assertThat(read("confirm: { jump: %s }".formatted(written)).jump()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"propose, false", "rebase, true"})
  void takesWhatFollowsAResetOfTheBrokers(String written, boolean rebases) {
    assertThat(read("on-broker-reset: " + written).rebaseOnReset()).isEqualTo(rebases);
  }

  @Test
  void takesTheBrokersGrace() {
    assertThat(read("broker-grace: 30s").brokerGrace()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @EnumSource(WithoutPrices.class)
  void takesWhatCountsWithoutPrices(WithoutPrices by) {
    var written = by.name().toLowerCase(Locale.ROOT);
    assertThat(read("without-prices: " + written).withoutPrices()).isEqualTo(by);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confirm: 3 | confirm is one value. Write keys below it.
          confirm: { evaluations: 0 } | confirm.evaluations (0) must be from 1 to 100.
          confirm: { evaluations: 101 } | confirm.evaluations (101) must be from 1 to 100.
          confirm: { evaluations: two } | confirm.evaluations (two) is not a count. Write a whole number up to 1000000.
          confirm: { jump: 0% } | confirm.jump (0%) must lie between 0% and 100%.
          confirm: { jump: 100% } | confirm.jump (100%) must lie between 0% and 100%.
          confirm: { jump: big } | confirm.jump (big) is not a percentage. Write it such as 75%.
          confirm: { evaluation: 2 } | confirm has no key (evaluation). Maybe (evaluations).
          on-broker-reset: ask | on-broker-reset (ask) is not known. Write propose, rebase.
          broker-grace: 10 | broker-grace (10) is not a duration. Write a whole number with ms, s, m or h, such as 10s.
          broker-grace: 0s | broker-grace (0s) must be longer than nothing.
          without-prices: zero | without-prices (zero) is not known. Write realized, snapshot, unknown.
          """)
  void refuses(String keys, String problem) {
    assertThat(folder.plan(keys).texts()).containsExactly(problem);
  }

  @Test
  void aFractionInPlaceOfAPercentageIsAWarning() {
    folder.plan("margin-used: { alert: 70% }, confirm: { jump: 0.02 }");
    assertThat(folder.warnings()).singleElement().asString().contains("confirm.jump is 0.02%");
  }

  private Conduct read(String keys) {
    return folder.plan(keys).onlyPlan().conduct();
  }
}
