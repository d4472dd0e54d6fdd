package io.plimsoll.app.cases;

import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.shard.Rehearsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine shows and remembers of an account, by name, without the instants at which it
 * came to know it: after a disturbance those may be seconds later.
 */
record Sight(SortedMap<String, String> parts) {
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  /** Of an account that is not judged yet. */
  static final Sight NOTHING = new Sight(new TreeMap<>());

  static Sight of(Rehearsed account) {
    var parts = new TreeMap<String, String>();
    add(parts, "figures", account.figures());
    add(parts, "states", account.states());
    add(parts, "risk", account.risk());
    add(parts, "custody", account.custody());
    add(parts, "view", account.view());
    add(parts, "findings", account.findings());
    add(parts, "sent", new TreeMap<>(account.sent()));
    return new Sight(parts);
  }

  private static void add(SortedMap<String, String> parts, String name, @Nullable Object value) {
    if (!(value instanceof Record record) || value instanceof Money) {
      parts.put(name, INSTANT.matcher(String.valueOf(value)).replaceAll("then"));
      return;
    }
    try {
      for (var component : record.getClass().getRecordComponents()) {
        add(parts, name + "." + component.getName(), component.getAccessor().invoke(record));
      }
    } catch (ReflectiveOperationException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** What is not the same; none when all is. */
  List<String> differences(Sight other) {
    var names = new TreeSet<>(parts.keySet());
    names.addAll(other.parts.keySet());
    var differences = new ArrayList<String>();
    for (var name : names) {
      if (!Objects.equals(parts.get(name), other.parts.get(name))) {
        differences.add("%s: %s, not %s".formatted(name, other.parts.get(name), parts.get(name)));
      }
    }
    return differences;
  }
}
