package io.plimsoll.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.session.Given;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class FigureTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "equity | 48500 | equity 48,500.00",
        "equity | -0.005 | equity -0.01",
        "dayLoss | 1234567.895 | day loss 1,234,567.90",
        "dayLossPercent | 2.144999 | day loss 2.14 %",
        "usedUp | 75 | used up 75.00 %",
        "marginUsed | 85.5 | margin used 85.50 %",
        "consistencyShare | 41.666667 | consistency share 41.67 %",
        "consistencyNeeded | 3750 | consistency needed 3,750.00",
        "liqOnlyLevel | 900 | liq only level 900.00"
      })
  void isWrittenForPeople(String property, String value, String text) {
    var figures = Given.accountFigures().with(property, value).fact();
    assertThat(Figure.text(property, figures)).contains(text);
  }

  @Test
  void isWrittenAlikeWhateverTheMachinesLanguage() {
    Locale.setDefault(Locale.GERMANY);
    var figures = Given.accountFigures().with("equity", "48500").fact();
    assertThat(Figure.text("equity", figures)).contains("equity 48,500.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"equity", "accountId", "nonsense"})
  void whatIsUnknownOrNoAmountIsEmpty(String property) {
    assertThat(Figure.text(property, Given.accountFigures().fact())).isEmpty();
  }

  @Test
  void aRuleThatNamesNoneHasNone() {
    assertThat(Figure.text(null, Given.accountFigures().fact())).isEmpty();
  }
}
