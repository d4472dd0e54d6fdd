package io.plimsoll.config;

import io.plimsoll.config.cases.Raw;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** An entity as the broker would send it, written as YAML. */
final class RawReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  private RawReader() {}

  /** Its fields; one that no entity of the type has is most likely a slip, and warned of. */
  static Optional<Raw.Parts> entity(Value value, EntityType type) {
    if (!(value.node() instanceof MappingNode)) {
      value.problem("%s is no entity. Write its fields below it.".formatted(value.name()));
      return Optional.empty();
    }
    var known =
        Arrays.stream(type.type().getRecordComponents()).map(RecordComponent::getName).toList();
    var fields = new LinkedHashMap<String, Raw>();
    for (var entry : value.entries()) {
      if (!known.contains(entry.key())) {
        entry.warning(
            "%s is no field of %s that we read.%s"
                .formatted(entry.name(), type.wireName(), Nearest.maybe(entry.key(), known)));
      }
      if (entry.node() != null) {
        fields.put(entry.key(), raw(entry.node()));
      }
    }
    return Optional.of(new Raw.Parts(fields));
  }

  private static Raw raw(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode list ->
          new Raw.Items(list.getValue().stream().map(RawReader::raw).toList());
      case MappingNode map -> {
        var parts = new LinkedHashMap<String, Raw>();
        for (var tuple : map.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode key) {
            parts.put(key.getValue(), raw(tuple.getValueNode()));
          }
        }
        yield new Raw.Parts(parts);
      }
      default -> new Raw.Plain("null");
    };
  }

  private static Raw scalar(ScalarNode scalar) {
    var text = scalar.getValue();
    if (!scalar.isPlain()) {
      return new Raw.Text(text);
    }
    return switch (text) {
      case "true", "false" -> new Raw.Plain(text);
      case "null", "~", "", "unknown" -> new Raw.Plain("null");
      case "not-a-number", ".nan", ".NaN", "NaN" -> new Raw.Plain("NaN");
      default -> NUMBER.matcher(text).matches() ? new Raw.Plain(text) : new Raw.Text(text);
    };
  }
}
