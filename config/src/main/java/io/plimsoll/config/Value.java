package io.plimsoll.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What stands behind a key, or that nothing does. Whatever is wrong with it is reported where it
 * stands, and reading goes on without it.
 *
 * @param key its own key
 * @param name its key and those around it, such as {@code broker.rest}
 * @param line where it is written; absent: where its section is
 * @param node absent: the key is left out
 */
record Value(Source source, String key, String name, int line, @Nullable Node node) {

  /** How YAML writes that there is no value. */
  private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

  private static final int LONGEST_SHOWN = 80;

  boolean isAbsent() {
    return node == null;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  void problem(String text) {
    source.problem(line, text);
  }

  void warning(String text) {
    source.warning(line, text);
  }

  /** The text, read; empty if there is none or it is refused, which is then reported. */
  <T> Optional<T> as(Function<String, T> reader) {
    return written().flatMap(written -> read(written, reader));
  }

  /** Its own key, read, where keys are names of the user's own. */
  <T> Optional<T> keyAs(Function<String, T> reader) {
    return read(key, reader);
  }

  /** As {@link #as}, and a key left out is a problem. */
  <T> Optional<T> required(Function<String, T> reader) {
    if (isAbsent()) {
      problem("%s is missing. It is required.".formatted(name));
    }
    return as(reader);
  }

  /** The text as it stands in the file, references to the environment included. */
  Optional<String> written() {
    return switch (node) {
      case null -> Optional.empty();
      case ScalarNode scalar when isNothing(scalar) -> refuse(hasNoValue());
      case ScalarNode scalar -> Optional.of(scalar.getValue());
      case Node other -> refuse("%s is %s. Write one value.".formatted(label(), kind(other)));
    };
  }

  /** The items of a list; a list that is left out has none. */
  List<Value> items() {
    return switch (node) {
      case null -> List.of();
      case SequenceNode list ->
          list.getValue().stream()
              .map(item -> new Value(source, key, name, YamlFile.line(item), item))
              .toList();
      case Node other -> {
        problem("%s is %s. Write a list, such as [a, b].".formatted(label(), kind(other)));
        yield List.of();
      }
    };
  }

  /** What is written under this key, whatever the keys are; in the order of the file. */
  List<Value> entries() {
    return switch (node) {
      case null -> List.of();
      case MappingNode map ->
          map.getValue().stream().map(t -> child(t.getKeyNode(), t.getValueNode())).toList();
      case ScalarNode scalar when isNothing(scalar) -> {
        problem(hasNoValue());
        yield List.of();
      }
      case Node other -> {
        problem("%s is %s. Write keys below it.".formatted(label(), kind(other)));
        yield List.of();
      }
    };
  }

  /** Its name; for one without, what it is. */
  String label() {
    return name.isEmpty() ? "the " + (key.isEmpty() ? "file" : key) : name;
  }

  private Value child(Node keyNode, Node valueNode) {
    var childKey = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
    var childName = name.isEmpty() ? childKey : name + "." + childKey;
    return new Value(source, childKey, childName, YamlFile.line(keyNode), valueNode);
  }

  private <T> Optional<T> read(String written, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(Substitution.in(written, source)));
    } catch (NotReadable e) {
      return refuse("%s (%s) %s".formatted(name, shown(written), e.reason()));
    }
  }

  /** On one line, and no longer than people read. */
  private static String shown(String written) {
    var line = written.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
  }

  private <T> Optional<T> refuse(String text) {
    problem(text);
    return Optional.empty();
  }

  private String hasNoValue() {
    return "%s has no value. Write one, or remove the key.".formatted(label());
  }

  private static boolean isNothing(ScalarNode scalar) {
    var text = scalar.getValue();
    return text.isBlank() || (scalar.isPlain() && NOTHING.contains(text));
  }

  private static String kind(Node node) {
    return switch (node) {
      case ScalarNode _ -> "one value";
      case SequenceNode _ -> "a list";
      default -> "a set of keys";
    };
  }
}
