package io.plimsoll.engine.tradovate.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes as an entity, or as one of its fields. */
class EntityTypeFuzzTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** The input is the entity, which each of the types reads as its own. */
  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void anyEntityIsReadOrBadAndTheSameAgain(byte[] input) {
    var node = parse(new String(input, UTF_8));
    if (node != null) {
      for (var type : EntityType.values()) {
        var fields = new Fields(node);
        var again = new Fields(node);
        assertThat(read(type, again)).isEqualTo(read(type, fields));
        assertThat(again.complaints()).isEqualTo(fields.complaints());
      }
    }
  }

  /**
   * The input is a type, a line's end and the value of one field: each field in turn is this value,
   * while the others are good.
   */
  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void garbageInOneFieldChangesNoOther(byte[] input) {
    var text = new String(input, UTF_8);
    int end = Math.max(text.indexOf('\n'), 0);
    var type = EntityType.ofWireName(text.substring(0, end));
    var garbage = parse(text.substring(end));
    if (type.isPresent() && garbage != null) {
      var whole = Samples.full(type.get());
      var expected = type.get().read(new Fields(whole));
      for (var field : Samples.fields(type.get())) {
        var sent = whole.deepCopy();
        sent.set(field.name(), garbage);
        read(type.get(), new Fields(sent))
            .ifPresent(entity -> sameBut(field.name(), entity, expected));
      }
    }
  }

  private static void sameBut(String name, Entity entity, Entity expected) {
    for (var component : Samples.components(EntityType.of(expected))) {
      if (!component.getName().equals(name)) {
        assertThat(Samples.valueOf(entity, component.getName()))
            .as(component.getName())
            .isEqualTo(Samples.valueOf(expected, component.getName()));
      }
    }
  }

  private static Optional<Entity> read(EntityType type, Fields fields) {
    try {
      return Optional.of(type.read(fields));
    } catch (BadEntityException bad) {
      assertThat(bad).hasMessageStartingWith("required field");
      return Optional.empty();
    }
  }

  private static @Nullable JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException | ArithmeticException | NumberFormatException broken) {
      return null;
    }
  }
}
