package io.plimsoll.engine.tradovate.entity;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities as the vendor sends them, made from the list of the vendor's fields. */
final class Samples {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  static final long ID = 268137616437L;

  private static final Map<String, List<Field>> FIELDS = fields();

  /** Which generation of the protocol sends a field. */
  enum Generation {
    OLDER,
    NEWER
  }

  /** One field of the vendor's. */
  record Field(String name, @Nullable Generation only, boolean always) {
    static Field parse(String text) {
      var only =
          switch (text.charAt(0)) {
            case '+' -> Generation.NEWER;
            case '-' -> Generation.OLDER;
            default -> null;
          };
      return new Field(text.replaceAll("[-+!]", ""), only, text.endsWith("!"));
    }
  }

  private Samples() {}

  static List<Field> fields(EntityType type) {
    return FIELDS.getOrDefault(type.wireName(), List.of());
  }

  /** With nothing but what this generation always sends. */
  static ObjectNode bare(EntityType type, Generation generation) {
    var entity = JSON.createObjectNode().put("id", ID);
    fields(type).stream()
        .filter(field -> field.always() && (field.only() == null || field.only() == generation))
        .forEach(field -> put(entity, component(type, field.name()), 7));
    return entity;
  }

  /** With every field there is, no two numbers alike. */
  static ObjectNode full(EntityType type) {
    var entity = JSON.createObjectNode().put("id", ID);
    int number = 10;
    for (var field : fields(type)) {
      put(entity, component(type, field.name()), ++number);
    }
    return entity;
  }

  static List<RecordComponent> components(EntityType type) {
    return Arrays.asList(type.type().getRecordComponents());
  }

  static RecordComponent component(EntityType type, String name) {
    return components(type).stream()
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s has no field %s".formatted(type, name)));
  }

  static @Nullable Object valueOf(Entity entity, String name) {
    try {
      return component(EntityType.of(entity), name).getAccessor().invoke(entity);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ObjectNode entity, RecordComponent component, int number) {
    var name = component.getName();
    var type = component.getType();
    if (type == long.class || type == Long.class) {
      entity.put(name, (1L << 40) + number);
    } else if (type == int.class || type == Integer.class) {
      entity.put(name, number);
    } else if (type == BigDecimal.class) {
      entity.put(name, new BigDecimal(number + ".25"));
    } else if (type == Boolean.class) {
      entity.put(name, true);
    } else if (type == String.class) {
      entity.put(name, "text " + number);
    } else if (type == Instant.class) {
      entity.put(name, Instant.EPOCH.plusSeconds(number).toString());
    } else if (type == LocalDate.class) {
      entity.putObject(name).put("year", 2000 + number).put("month", 1).put("day", 5);
    } else if (type.isEnum()) {
      entity.put(name, type.getEnumConstants()[0].toString());
    } else if (type == UserAccountAutoLiq.SteppedCooldown.class) {
      var steps = entity.putObject(name).putArray("steps");
      steps
          .addObject()
          .put("stepNumber", 1)
          .put("stepDistance", new BigDecimal("2.5"))
          .put("cooldownMinutes", 30);
    } else {
      throw new AssertionError("No sample of " + type);
    }
  }

  private static Map<String, List<Field>> fields() {
    var fields = new LinkedHashMap<String, List<Field>>();
    try (var text = Samples.class.getResourceAsStream("fields.txt")) {
      if (text == null) {
        throw new AssertionError("fields.txt is not among the test resources");
      }
      for (var line : new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          var parts = line.split(":? ");
          var all = new ArrayList<Field>();
          Arrays.stream(parts).skip(1).map(Field::parse).forEach(all::add);
          fields.put(parts[0], all);
        }
      }
      return fields;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
