package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static Answer read(String body) {
    return read(200, json(body));
  }

  private static Answer read(int status, String body) {
    return AnswerReader.read(status, body, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'orderId':5}",
        "{'orderId':5,'failureReason':'Success'}",
        "{'orderId':5,'failureReason':null,'failureText':null}",
        "{'commandId':5,'failureText':''}",
        "{'ok':true}",
        "{'ok':true,'errorText':null}",
        "{'errorText':'','accountRiskStatus':{'id':1}}",
        "{'accountRiskStatus':{'id':1}}",
        "{'success':true}",
        "{'orderId':5,'violations':[]}",
        "{'orderId':5,'p-ticket':null}",
        "[]",
        "[{'id':1}]",
        "{}",
        "",
        " ",
      })
  void whatSaysNoNoIsAccepted(String body) {
    assertThat(read(body)).isInstanceOf(Answer.Ok.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'failureReason':'TradingLocked'}|TradingLocked",
        "{'failureReason':'SessionClosed','failureText':'Closed.'}|SessionClosed Closed.",
        "{'failureReason':'TooLate','commandId':7}|TooLate",
        "{'failureText':'No such order.'}|No such order.",
        "{'errorText':'Account Id should be greater than 0'}|Account Id should be greater than 0",
        "{'errorText':'Half done','accountRiskStatus':{'id':1}}|Half done",
        "{'ok':false}|ok is false without a text",
        "{'success':false}|success is false without a text",
        "{'ok':false,'errorText':'Why'}|Why",
      })
  void aNoWithStatus200IsANo(String body, String reason) {
    assertThat(read(body)).isEqualTo(new Answer.Refused(reason));
  }

  @Test
  void violationsAreANo() {
    assertThat(read("{'violations':[{'constraint':'min','value':0,'description':'too small'}]}"))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.reason()).contains("too small"));
  }

  @Test
  void aPenaltyHasItsTicketAndItsSeconds() {
    assertThat(read("{'p-ticket':'abc','p-time':15}"))
        .isEqualTo(new Answer.Penalty("abc", Duration.ofSeconds(15), false));
  }

  @Test
  void aPenaltyMayAskForAPerson() {
    assertThat(read("{'p-ticket':'abc','p-time':15,'p-captcha':true}"))
        .isEqualTo(new Answer.Penalty("abc", Duration.ofSeconds(15), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "null", "{}", "1e999999"})
  void aPenaltyWithoutATimeWaitsASecond(String time) {
    assertThat(read("{'p-ticket':'abc','p-time':" + time + "}"))
        .isEqualTo(new Answer.Penalty("abc", Duration.ofSeconds(1), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 423})
  void aLimitIsALimit(int status) {
    assertThat(read(status, "")).isEqualTo(new Answer.Limited(status, null));
  }

  @ParameterizedTest
  @CsvSource({
    "401,Invalid access token",
    "401,Expired Access Token",
    "401,''",
    "400,Expired Access Token",
    "400,\"\"\"expired access token\"\"\"",
    "400,Malformed token",
  })
  void aTokenThatIsNoLongerGoodIsUnauthorized(int status, String text) {
    assertThat(read(status, text)).isInstanceOf(Answer.Unauthorized.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,accountId is required",
    "403,no",
    "404,''",
    "404,Account 5 is not known.",
    "302,''"
  })
  void aClearNoIsRefused(int status, String text) {
    assertThat(read(status, text))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.reason()).contains("" + status, text));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void whatMayHaveBeenExecutedIsUnclear(int status) {
    assertThat(read(status, "<html>")).isInstanceOf(Answer.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "<html>", "{'orderId':", "1e99999999999", "{}{}"})
  void anUnreadableBodyIsUnclear(String body) {
    assertThat(read(body)).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void anAbsurdPenaltyIsADay() {
    assertThat(read("{'p-ticket':'abc','p-time':9000000000000000000}"))
        .isEqualTo(new Answer.Penalty("abc", Duration.ofDays(1), false));
  }

  @Test
  void whatTheBrokerSaysWithALimitIsKept() {
    assertThat(AnswerReader.read(429, "", Duration.ofSeconds(7)))
        .isEqualTo(new Answer.Limited(429, Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'accessToken':'hunter2','x':1}",
        "{'accessToken':'hunter2",
        "{ 'mdAccessToken' : 'hunter2'",
        "{'error':true,'password':'hunter2','name':'demo'",
        "{'name':'demo','sec':'hunter2'",
        "{'p-ticket':'hunter2'",
      })
  void noAnswerPrintsASecret(String body) {
    for (int status : new int[] {200, 401, 404, 408, 500}) {
      assertThat(read(status, json(body)).toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void aLongTextIsCutShort() {
    assertThat(read(404, "x".repeat(100_000)).toString()).hasSizeLessThan(300);
  }
}
