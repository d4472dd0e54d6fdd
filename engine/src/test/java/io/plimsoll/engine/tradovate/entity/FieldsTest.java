package io.plimsoll.engine.tradovate.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static Fields of(String value) {
    return new Fields(JSON.readTree("{\"x\":" + value.replace('\'', '"') + "}"));
  }

  @Test
  void anAbsentFieldIsNotZero() {
    var fields = of("null");
    assertThat(fields.number("x")).isNull();
    assertThat(fields.number("y")).isNull();
    assertThat(fields.id("y")).isNull();
    assertThat(fields.count("y")).isNull();
    assertThat(fields.flag("y")).isNull();
    assertThat(fields.date("y")).isNull();
    assertThat(fields.time("y")).isNull();
  }

  @Test
  void anAbsentFieldIsNoComplaint() {
    var fields = of("null");
    assertThat(fields.number("x")).isNull();
    assertThat(fields.number("y")).isNull();
    assertThat(fields.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "2147483648", "268137616437", "9007199254740993", "9223372036854775807"})
  void anIdMayBeAsLargeAsALong(String id) {
    assertThat(of(id).requiredId("x")).isEqualTo(Long.parseLong(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "'5'", "5.0", "5e0", "true", "{}", "[5]", "''"})
  void whatIsNoIdCountsAsNotSentWithAComplaint(String id) {
    var fields = of(id);
    assertThat(fields.id("x")).isNull();
    assertThat(fields.complaints()).singleElement().asString().startsWith("x (");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-3,-3",
    "2.0,2",
    "1e2,100",
    "2147483647,2147483647",
    "-2147483648,-2147483648"
  })
  void aCountIsAWholeNumber(String sent, int count) {
    assertThat(of(sent).requiredCount("x")).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "2147483648", "1e999999", "1e-999999", "'2'", "true", "[]"})
  void whatIsNoCountCountsAsNotSentWithAComplaint(String count) {
    var fields = of(count);
    assertThat(fields.count("x")).isNull();
    assertThat(fields.complaints()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50455.68", "-0.1", "0", "0.00", "100000000", "999999999999", "1e-30"})
  void aNumberIsExact(String number) {
    assertThat(of(number).number("x")).isEqualTo(new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'NaN'", "'Infinity'", "'-Infinity'", "'50000.25'", "1e12", "-1e12", "1e999999",
        "1e-999999", "0e999999", "0e-999999", "true", "{}", "[1]", "''"
      })
  void whatIsNoAmountCountsAsNotSentWithAComplaint(String number) {
    var fields = of(number);
    assertThat(fields.number("x")).isNull();
    assertThat(fields.complaints()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "'true'", "'false'", "{}"})
  void onlyTrueAndFalseAreFlags(String flag) {
    assertThat(of(flag).flag("x")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2016-11-04T00:02:36.626Z,2016-11-04T00:02:36.626Z",
    "2016-11-04T00:02Z,2016-11-04T00:02:00Z",
    "2016-11-04T01:02:36+01:00,2016-11-04T00:02:36Z",
  })
  void aTimeIsAnInstant(String sent, Instant time) {
    assertThat(of("'" + sent + "'").time("x")).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"''", "'yesterday'", "'2016-11-04'", "'2016-13-04T00:00:00Z'", "1478217756"})
  void whatIsNoTimeCountsAsNotSentWithAComplaint(String time) {
    var fields = of(time);
    assertThat(fields.time("x")).isNull();
    assertThat(fields.complaints()).hasSize(1);
  }

  @Test
  void aDateHasYearMonthAndDay() {
    assertThat(of("{'year':2026,'month':11,'day':20}").date("x"))
        .isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'year':2026,'month':11}",
        "{'year':2026,'month':13,'day':1}",
        "{'year':2026,'month':2,'day':30}",
        "{'year':null,'month':1,'day':1}",
        "{'year':1e99,'month':1,'day':1}",
        "{'year':2026.5,'month':1,'day':1}",
        "'2026-11-20'",
        "20261120",
        "[2026,11,20]",
      })
  void whatIsNoDateCountsAsNotSentWithAComplaint(String date) {
    var fields = of(date);
    assertThat(fields.date("x")).isNull();
    assertThat(fields.complaints()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"RealTime,RealTime", "Realtime,RealTime", "REALTIME,RealTime", "eod,EOD"})
  void aWordIsMatchedWithoutRegardToCase(String sent, TrailingMode mode) {
    assertThat(of("'" + sent + "'").word("x", TrailingMode.class, TrailingMode.UNKNOWN))
        .isEqualTo(mode);
  }

  @Test
  void aNewWordIsUnknownWithAComplaint() {
    var fields = of("'Weekly'");
    assertThat(fields.word("x", TrailingMode.class, TrailingMode.UNKNOWN))
        .isEqualTo(TrailingMode.UNKNOWN);
    assertThat(fields.complaints()).containsExactly("x (\"Weekly\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "{}", "['EOD']"})
  void whatIsNoTextIsAnUnknownWordAndNotAbsent(String sent) {
    var fields = of(sent);
    assertThat(fields.word("x", TrailingMode.class, TrailingMode.UNKNOWN))
        .isEqualTo(TrailingMode.UNKNOWN);
    assertThat(fields.complaints()).hasSize(1);
  }

  @Test
  void aMissingRequiredFieldIsNamed() {
    assertThatThrownBy(() -> of("1").requiredNumber("amount"))
        .isInstanceOf(BadEntityException.class)
        .hasMessage("required field amount is absent");
  }

  @Test
  void anUnreadableRequiredFieldIsShown() {
    assertThatThrownBy(() -> of("'NaN'").requiredNumber("x"))
        .isInstanceOf(BadEntityException.class)
        .hasMessage("required field x is unreadable (\"NaN\")");
  }
}
