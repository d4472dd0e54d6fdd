package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Whatever comes as a frame; the input is its text. See docs/fuzzing.md. */
class FrameReaderFuzzTest {
  private static final List<String> VALID =
      Stream.of(
              "{'i':23,'s':200,'d':{'id':65543}}",
              "{'e':'props','d':{'entityType':'position','eventType':'Updated','entity':{'id':1,"
                  + "'accountId':7,'contractId':31,'timestamp':'2026-01-05T15:00:00Z',"
                  + "'tradeDate':{'year':2026,'month':1,'day':5},'netPos':2,'netPrice':6000.25}}}",
              "{'e':'md','d':{'quotes':[{'contractId':31,'entries':{'Trade':{'price':6000}}}]}}",
              "{'e':'shutdown','d':{'reasonCode':'Maintenance'}}")
          .map(Frames::json)
          .toList();
  private static final List<String> ITEMS =
      Stream.of(
              "{'entityType':'currency','eventType':'Created','entity':{'id':1,'name':'USD'}}",
              "{'entityType':'order','eventType':'Deleted','entity':{'id':9}}",
              "{'entityType':'marginSnapshot','entity':{'id':7,'totalUsedMargin':12.5}}")
          .map(Frames::json)
          .toList();
  private static final List<String> ENTITIES =
      Stream.of("{'id':1,'name':'USD'}", "{'id':2,'name':'EUR','symbol':'E'}", "{'id':3}")
          .map(Frames::json)
          .toList();
  private static final List<String> QUOTES =
      Stream.of(
              "{'contractId':31,'entries':{'Trade':{'price':6000.25},'Bid':{'price':1}}}",
              "{'contractId':32,'entries':{'Offer':{'price':5}}}")
          .map(Frames::json)
          .toList();

  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void anyTextIsReadAndReadTheSameAgain(byte[] input) {
    var text = new String(input, UTF_8);
    var frame = FrameReader.read(text);
    assertThat(FrameReader.read(text)).isEqualTo(frame);
    if (frame instanceof Frame.Messages(var all)) {
      for (var message : all) {
        assertThat(message.toString()).isNotEmpty();
        if (message instanceof Message.Response answer) {
          assertThat(AnswerReader.body(answer.body())).isNotNull();
          assertThat(SyncRequest.read(answer.body())).isNotEmpty();
        }
      }
    }
  }

  /** The input is one element; it is put at each place of arrays whose other elements are good. */
  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void garbageInAnArrayTakesNothingElseWithIt(byte[] input) {
    var garbage = new String(input, UTF_8);
    if (!isOneValue(garbage)) {
      return;
    }
    standsAlone(VALID, garbage, elements -> read("a[" + elements + "]"));
    standsAlone(ITEMS, garbage, items -> parts("{'e':'props','d':[%s]}", items));
    standsAlone(
        ENTITIES,
        garbage,
        entities ->
            parts(
                "{'e':'props','d':{'entityType':'currency','eventType':'Created','entity':[%s]}}",
                entities));
    standsAlone(QUOTES, garbage, quotes -> parts("{'e':'md','d':{'quotes':[%s]}}", quotes));
    standsAlone(
        ENTITIES,
        garbage,
        entities -> {
          var body = Json.MAPPER.readTree(json("{'currencies':[") + entities + "]}");
          return split(SyncRequest.read(body));
        });
  }

  /** Parsed as deep as it is put later too: what nests too deep for that is no element. */
  private static boolean isOneValue(String text) {
    try {
      var nested = Json.MAPPER.readTree("[".repeat(6) + text + "]".repeat(6));
      return !Json.MAPPER.readTree(text).isMissingNode() && nested.isArray();
    } catch (JacksonException | ArithmeticException | NumberFormatException broken) {
      return false;
    }
  }

  /** What is read of an array is what is read of its elements, one after the other. */
  private static void standsAlone(
      List<String> valid, String garbage, Function<String, List<Object>> reader) {
    for (int place = 0; place <= valid.size(); place++) {
      var elements = new ArrayList<>(valid);
      elements.add(place, garbage);
      var expected = elements.stream().flatMap(one -> reader.apply(one).stream()).toList();
      assertThat(reader.apply(String.join(",", elements)))
          .as("%s at %d", garbage, place)
          .hasSameElementsAs(expected)
          .hasSameSizeAs(expected);
    }
    assertThat(valid.stream().flatMap(one -> reader.apply(one).stream())).isNotEmpty();
  }

  private static List<Object> read(String text) {
    return List.copyOf(((Frame.Messages) FrameReader.read(text)).messages());
  }

  private static List<Object> parts(String event, String elements) {
    return split(
        ((Frame.Messages) FrameReader.read("a[" + json(event).formatted(elements) + "]"))
            .messages());
  }

  /** The changes and quotes of all messages, and whatever else there is. */
  private static List<Object> split(List<Message> messages) {
    return messages.stream()
        .flatMap(message ->
            switch (message) {
              case Message.Props(var changes) -> changes.stream();
              case Message.MarketData(var quotes) -> quotes.stream();
              case Message.Response response -> Stream.of(response);
              case Message.Shutdown shutdown -> Stream.of(shutdown);
              case Message.Odd odd -> Stream.of(odd);
            })
        .toList();
  }
}
