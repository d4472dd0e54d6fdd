package io.plimsoll.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A set of known keys. Unknown ones are reported when it is opened. */
final class Section {
  private final Value self;
  private final List<String> keys;
  private final Map<String, Value> values = new HashMap<>();
  private final int problemsBefore;

  private Section(Value self, List<String> keys) {
    this.self = self;
    this.keys = keys;
    this.problemsBefore = self.source().problems().count();
  }

  static Section open(Value value, String... keys) {
    var section = new Section(value, List.of(keys));
    for (var entry : value.entries()) {
      if (section.keys.contains(entry.key())) {
        section.values.putIfAbsent(entry.key(), entry);
      } else {
        entry.problem(section.unknown(entry.key()));
      }
    }
    return section;
  }

  int line() {
    return self.line();
  }

  Source source() {
    return self.source();
  }

  void problem(String text) {
    self.problem(text);
  }

  void warning(String text) {
    self.warning(text);
  }

  boolean has(String key) {
    return !at(key).isAbsent();
  }

  Value at(String key) {
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("(%s) is not among the keys %s.".formatted(key, keys));
    }
    var name = self.name().isEmpty() ? key : self.name() + "." + key;
    return values.getOrDefault(key, new Value(source(), key, name, line(), null));
  }

  /** What is no set of keys at all was reported as that, and misses none. */
  <T> Optional<T> required(String key, Function<String, T> reader) {
    return self.isAbsent() || self.isMap() ? at(key).required(reader) : Optional.empty();
  }

  /** Empty if the key is left out, or its value is refused and reported. */
  <T> Optional<T> optional(String key, Function<String, T> reader) {
    return at(key).as(reader);
  }

  boolean isSound() {
    return source().problems().count() == problemsBefore;
  }

  /** The record this section becomes, unless something in it was refused, or it refuses itself. */
  <T> Optional<T> build(Supplier<T> record) {
    if (!isSound()) {
      return Optional.empty();
    }
    try {
      return Optional.of(record.get());
    } catch (IllegalArgumentException e) {
      problem(source().problems().withoutSecrets(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** A key with a colon inside is a colon without its space, and may hold a secret. */
  private String unknown(String key) {
    var where = self.label();
    int colon = key.indexOf(':');
    if (colon >= 0) {
      return "key (%s:...) of %s has no space after its colon. Put one there."
          .formatted(key.substring(0, colon), where);
    }
    return Nearest.to(key, keys)
        .map(near -> "%s has no key (%s). Maybe (%s).".formatted(where, key, near))
        .orElseGet(() ->
            "%s has no key (%s). It takes %s.".formatted(where, key, String.join(", ", keys)));
  }
}
