package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.CASH;
import static io.plimsoll.engine.tradovate.Frames.json;
import static io.plimsoll.engine.tradovate.Frames.messages;
import static io.plimsoll.engine.tradovate.Frames.oddKinds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  @Test
  void anOpenFrameIsOpen() {
    assertThat(FrameReader.read("o")).isEqualTo(new Frame.Open());
  }

  @Test
  void aHeartbeatIsAHeartbeat() {
    assertThat(FrameReader.read("h")).isEqualTo(new Frame.Heartbeat());
  }

  @Test
  void aCloseFrameSaysWhy() {
    assertThat(FrameReader.read("c[3000,\"Go away!\"]"))
        .isEqualTo(new Frame.Close("[3000,\"Go away!\"]"));
  }

  @Test
  void aBareCloseFrameIsACloseToo() {
    assertThat(FrameReader.read("c")).isEqualTo(new Frame.Close(""));
  }

  @Test
  void anEmptyArrayHoldsNoMessages() {
    assertThat(messages("a[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|frame:empty",
        "m\"hello\"|frame:m",
        "x|frame:x",
        "a|frame:not-an-array",
        "a{}|frame:not-an-array",
        "a7|frame:not-an-array",
        "anull|frame:not-an-array",
        "a[{\"e\":\"props\"|frame:broken-json",
        "a[|frame:broken-json",
        "a]|frame:broken-json",
        "a[{}]x|frame:broken-json",
        "a[1e99999999999|frame:broken-json",
        "a[{}, 1e99999999999]]|frame:broken-json",
      })
  void aFrameThatCannotBeReadIsOdd(String text, String kind) {
    assertThat(FrameReader.read(text)).isEqualTo(new Frame.Odd(kind, text));
  }

  @Test
  void anAbsurdDepthIsOdd() {
    assertThat(FrameReader.read("a" + "[".repeat(100_000))).isInstanceOf(Frame.Odd.class);
  }

  @Test
  void aResponseHasItsIdStatusAndBody() {
    assertThat(messages("a[{'s':200,'i':23,'d':{'id':65543}}]"))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Response.class,
            answer -> {
              assertThat(answer.requestId()).isEqualTo(23);
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.body().path("id").asLong()).isEqualTo(65543);
            });
  }

  @Test
  void theRequestIdZeroIsAnIdToo() {
    assertThat(messages("a[{'s':200,'i':0}]"))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Response.class,
            answer -> {
              assertThat(answer.requestId()).isZero();
              assertThat(answer.body().isMissingNode()).isTrue();
            });
  }

  @Test
  void aResponseWithAnErrorTextKeepsIt() {
    assertThat(messages("a[{'i':0,'s':401,'d':'Invalid access token'}]"))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Response.class,
            answer -> assertThat(answer.body().asString()).isEqualTo("Invalid access token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "null", "{}", "1e99", "1e999999", "99999999999", "true", "[200]"})
  void aStatusThatIsNoStatusIsZero(String status) {
    assertThat(messages("a[{'i':1,'s':" + status + "}]"))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Response.class, answer -> assertThat(answer.status()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "null",
        "'text'",
        "[]",
        "{'s':200}",
        "{'i':'1'}",
        "{'i':null}",
        "{'i':1.5}",
        "{'i':1e999999}",
        "{'i':99999999999999999999}"
      })
  void aMessageThatIsNeitherEventNorResponseIsOdd(String message) {
    assertThat(oddKinds(messages("a[" + message + "]")))
        .containsExactly("message:neither-event-nor-response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart", "clock", "Props", "somethingNew", ""})
  void anUnknownEventIsOdd(String event) {
    assertThat(oddKinds(messages("a[{'e':'" + event + "','d':{}}]")))
        .containsExactly("event:" + event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "[]", "true"})
  void anEventWithoutANameIsOdd(String event) {
    assertThat(messages("a[{'e':" + event + "}]")).singleElement().isInstanceOf(Message.Odd.class);
  }

  @Test
  void aShutdownSaysItsReason() {
    assertThat(messages("a[{'e':'shutdown','d':{'reasonCode':'Maintenance','reason':'Bye'}}]"))
        .containsExactly(new Message.Shutdown("Maintenance", "Bye"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'e':'shutdown'}", "{'e':'shutdown','d':7}", "{'e':'shutdown','d':{}}"})
  void aShutdownWithoutAReasonIsAShutdown(String message) {
    assertThat(messages("a[" + message + "]")).containsExactly(new Message.Shutdown("unknown", ""));
  }

  @Test
  void responsesAndEventsOfOneFrameKeepTheirOrder() {
    var all =
        messages(
            "a[{'i':1,'s':200},{'e':'new'},7,"
                + "{'e':'props','d':{'entityType':'cashBalance','eventType':'Updated','entity':"
                + CASH
                + "}},{'i':2,'s':200}]");

    assertThat(all)
        .extracting(each -> (Object) each.getClass())
        .containsExactly(
            Message.Response.class,
            Message.Odd.class,
            Message.Odd.class,
            Message.Props.class,
            Message.Response.class);
  }

  @Test
  void aFrameOfTwelveMegabytesIsRead() {
    var one = "{'e':'props','d':{'entityType':'cashBalance','eventType':'Updated','entity':%s}},";
    int count = 12 * 1024 * 1024 / CASH.length();
    var text = json("a[" + one.formatted(CASH).repeat(count) + "{'i':9,'s':200}]");
    assertThat(text.length()).isGreaterThan(12 * 1024 * 1024);

    assertThat(((Frame.Messages) FrameReader.read(text)).messages()).hasSize(count + 1);
  }
}
