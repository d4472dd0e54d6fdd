package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.tradovate.entity.OrdStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A given fact whose parts are set by their names, each time as a new one. */
public final class GivenRecord<F extends Record> implements Given {
  private static final Map<Class<?>, Object> NEUTRAL =
      Map.ofEntries(
          Map.entry(long.class, ACCOUNT),
          Map.entry(boolean.class, false),
          Map.entry(Set.class, Set.of()),
          Map.entry(int.class, 0),
          Map.entry(String.class, ""),
          Map.entry(BigDecimal.class, BigDecimal.ZERO),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(OrdStatus.class, OrdStatus.Working),
          Map.entry(Level.class, Level.CLEAR),
          Map.entry(Rung.class, Rung.NONE),
          Map.entry(Restriction.class, Restriction.NONE),
          Map.entry(DataQuality.class, DataQuality.KNOWN),
          Map.entry(ActionProof.class, ActionProof.FINE));

  private final Class<F> type;
  private final Map<String, @Nullable Object> parts;

  GivenRecord(Class<F> type) {
    this(type, new HashMap<>());
    for (var component : type.getRecordComponents()) {
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      parts.put(component.getName(), optional ? null : NEUTRAL.get(component.getType()));
    }
  }

  private GivenRecord(Class<F> type, Map<String, @Nullable Object> parts) {
    this.type = type;
    this.parts = parts;
  }

  /**
   * The same fact with this part.
   *
   * @param value an amount may be text, such as {@code "29999.99"}; null is unknown
   * @throws IllegalArgumentException when there is no such part, or the value does not fit it
   */
  public GivenRecord<F> with(String name, @Nullable Object value) {
    if (!parts.containsKey(name)) {
      throw new IllegalArgumentException(
          "(%s) is no part of %s. %s"
              .formatted(name, type.getSimpleName(), FactVocabulary.maybe(name, parts.keySet())));
    }
    var changed = new HashMap<String, @Nullable Object>(parts);
    boolean amount = value instanceof String && typeOf(name) == BigDecimal.class;
    changed.put(name, amount ? new BigDecimal((String) value) : value);
    var made = new GivenRecord<>(type, changed);
    made.fact();
    return made;
  }

  @Override
  public F fact() {
    var values = new ArrayList<@Nullable Object>();
    for (var component : type.getRecordComponents()) {
      values.add(parts.get(component.getName()));
    }
    try {
      var types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return type.getConstructor(types).newInstance(values.toArray());
    } catch (IllegalArgumentException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "No %s can be made of %s.".formatted(type.getSimpleName(), parts), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s must be a public record.".formatted(type), e);
    }
  }

  private Class<?> typeOf(String name) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .<Class<?>>map(RecordComponent::getType)
        .findFirst()
        .orElseThrow();
  }
}
