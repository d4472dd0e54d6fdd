package io.plimsoll.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
  private static final Stages STAGES =
      new Stages(
          Stage.ALERT,
          Map.of("trailing-drawdown", Stage.ACT, "trailing-drawdown.near", Stage.OBSERVE));

  @ParameterizedTest
  @CsvSource({
    "trailing-drawdown.near, OBSERVE",
    "trailing-drawdown.reached, ACT",
    "trailing-drawdown-2.reached, ALERT",
    "daily-loss-percent.alert, ALERT",
    "trailing-drawdown, ACT"
  })
  void theWholeNameThenTheFileThenTheDefault(String rule, Stage stage) {
    assertThat(STAGES.of(rule)).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({"OBSERVE, NONE", "ALERT, NONE", "ACT, LIQUIDATE_AND_LOCK"})
  void onlyAnEpisodeThatMayActRequires(Stage stage, Restriction required) {
    assertThat(Told.episode(stage).requires()).isEqualTo(required);
  }
}
