package io.plimsoll.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.simulator.fault.WireFault.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpoilerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ORDER =
      "{\"e\":\"props\",\"d\":{\"entityType\":\"order\",\"eventType\":\"Created\",\"entity\":{\"id\":1,\"ordStatus\":\"Working\"}}}";
  private static final String CASH =
      "{\"e\":\"props\",\"d\":{\"entityType\":\"cashBalance\",\"eventType\":\"Updated\",\"entity\":{\"id\":%d,\"amount\":50000.5,\"currencyId\":1}}}";
  private static final String EVENTS =
      "a[" + ORDER + "," + CASH.formatted(2) + "," + CASH.formatted(3) + "]";
  private static final String ANSWER = "a[{\"s\":200,\"i\":1,\"d\":{\"orderId\":77}}]";
  private static final String BARE_ANSWER = "a[{\"s\":200,\"i\":1}]";

  @Test
  void aTruncatedFrameIsBrokenJson() {
    for (var seed = 0; seed < 50; seed++) {
      var text = only(Kind.TRUNCATE, EVENTS, seed);
      assertThatThrownBy(() -> parse(text)).isInstanceOf(JacksonException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNKNOWN_FIELD", "OVERSIZE", "UNKNOWN_ENUM", "PROPS_ARRAY", "ENTITY_ARRAY"})
  void whatIsReshapedIsStillValidJson(Kind kind) {
    for (var seed = 0; seed < 20; seed++) {
      assertThat(parse(only(kind, EVENTS, seed)).isArray()).isTrue();
    }
  }

  @Test
  void anOversizedFrameIsAsLongAsAskedAndStillHasItsEvents() {
    for (var seed = 0; seed < 4; seed++) {
      var frame = only(Kind.OVERSIZE, EVENTS, seed);
      assertThat(frame.length()).isGreaterThan(12 << 20);
      assertThat(parse(frame).get(0).path("d").path("entity").path("ordStatus").asString())
          .isEqualTo("Working");
    }
  }

  @Test
  void anOversizedFrameIsSometimesOneFieldAndSometimesManyEntities() {
    var shapes = new HashSet<Boolean>();
    var random = new Random(1);
    for (var n = 0; n < 20; n++) {
      var frame = Padding.pad(EVENTS, 5000, random).orElseThrow();
      shapes.add(frame.contains("\"entityType\":\"padding\""));
    }
    assertThat(shapes).hasSize(2);
  }

  @Test
  void unknownFieldsLeaveTheKnownOnes() {
    var entity = parse(only(Kind.UNKNOWN_FIELD, EVENTS, 1)).get(1).path("d").path("entity");

    assertThat(entity.path("amount").asDouble()).isEqualTo(50000.5);
    assertThat(entity.size()).isGreaterThan(3);
  }

  @Test
  void anUnknownWordTakesThePlaceOfAnEnumeration() {
    var order = parse(only(Kind.UNKNOWN_ENUM, EVENTS, 1)).get(0).path("d").path("entity");

    assertThat(order.path("ordStatus").asString()).startsWith("Novel");
  }

  @Test
  void anEventWithoutAnyEnumerationGetsAnUnknownEventType() {
    var frame = "a[" + CASH.formatted(2) + "]";

    assertThat(
            parse(only(Kind.UNKNOWN_ENUM, frame, 1)).get(0).path("d").path("eventType").asString())
        .startsWith("Novel");
  }

  @Test
  void wrongTypesAreOfEveryKindAndNeverTheId() {
    var frame = "a[" + CASH.formatted(2) + "]";
    var seen =
        IntStream.range(0, 200).mapToObj(seed -> only(Kind.WRONG_TYPE, frame, seed)).toList();

    assertThat(seen).allMatch(text -> text.contains("\"id\":2,"));
    for (var mark : List.of(":NaN", ":1e999", ":null", "\"n/a\"", ":[1]", "{\"value\":true}")) {
      assertThat(seen).anyMatch(text -> text.contains(mark));
    }
  }

  @Test
  void allPropsBecomeOneMessageWithAnArray() {
    var messages = parse(only(Kind.PROPS_ARRAY, EVENTS, 1));

    assertThat(messages.size()).isEqualTo(1);
    assertThat(
            messages.get(0).path("d").valueStream().map(each -> each.path("entityType").asString()))
        .containsExactly("order", "cashBalance", "cashBalance");
  }

  @Test
  void neighboursOfOneTypeBecomeOneArrayOfEntities() {
    var messages = parse(only(Kind.ENTITY_ARRAY, EVENTS, 1));

    assertThat(messages.size()).isEqualTo(2);
    assertThat(
            messages.get(1).path("d").path("entity").valueStream().map(e -> e.path("id").asInt()))
        .containsExactly(2, 3);
  }

  @Test
  void aDeletedEventKeepsItsIdAlone() {
    var frame = "a[" + CASH.formatted(2).replace("Updated", "Deleted") + "]";

    assertThat(parse(only(Kind.BARE_DELETE, frame, 1)).get(0).path("d").path("entity"))
        .isEqualTo(JSON.readTree("{\"id\":2}"));
  }

  @Test
  void withoutADeletedEventOneOfSomethingThatNeverWasIsPutBefore() {
    var texts = Spoiler.spoil(WireFault.of(Kind.BARE_DELETE), EVENTS, new Random(1)).orElseThrow();

    assertThat(texts).hasSize(2).last().isEqualTo(EVENTS);
    assertThat(parse(texts.getFirst()).get(0).path("d").path("eventType").asString())
        .isEqualTo("Deleted");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNKNOWN_FRAME", "UNKNOWN_EVENT", "UNKNOWN_TYPE", "EMPTY"})
  void whatIsPutInLeavesTheFrameBehindIt(Kind kind) {
    var texts = Spoiler.spoil(WireFault.of(kind), EVENTS, new Random(1)).orElseThrow();

    assertThat(texts).hasSize(2).last().isEqualTo(EVENTS);
  }

  @Test
  void aSpoiledEventBesideTheTrueOneLosesNothing() {
    var fault = WireFault.of(Kind.WRONG_TYPE).beside();
    var texts = Spoiler.spoil(fault, EVENTS, new Random(1)).orElseThrow();

    assertThat(fault.isLossy()).isFalse();
    assertThat(WireFault.of(Kind.WRONG_TYPE).isLossy()).isTrue();
    assertThat(texts).hasSize(2).last().isEqualTo(EVENTS);
    assertThat(texts.getFirst()).isNotEqualTo(EVENTS);
  }

  @Test
  void aResponseIsNotSpoiledBesideTheTrueOneForItWouldBeTakenForIt() {
    assertThat(Spoiler.spoil(WireFault.of(Kind.WRONG_TYPE).beside(), ANSWER, new Random(1)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNKNOWN_FIELD", "UNKNOWN_ENUM", "WRONG_TYPE", "PROPS_ARRAY", "ENTITY_ARRAY"})
  void aFrameWithoutContentsDoesNotSufferWhatNeedsThem(Kind kind) {
    assertThat(Spoiler.spoil(WireFault.of(kind), BARE_ANSWER, new Random(1))).isEmpty();
  }

  @Test
  void theSameSeedSpoilsTheSameWay() {
    for (var kind : Kind.values()) {
      assertThat(Spoiler.spoil(WireFault.of(kind), EVENTS, new Random(5)))
          .isEqualTo(Spoiler.spoil(WireFault.of(kind), EVENTS, new Random(5)));
    }
  }

  private static String only(Kind kind, String frame, int seed) {
    var texts = Spoiler.spoil(WireFault.of(kind), frame, new Random(seed)).orElseThrow();
    assertThat(texts).hasSize(1);
    return texts.getFirst();
  }

  private static JsonNode parse(String frame) {
    return JSON.readTree(frame.substring(1));
  }
}
