package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.Scoped;
import io.plimsoll.engine.tradovate.entity.Entity;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a rule may use: the facts there are and their properties. */
final class FactVocabulary {
  /** Every class of which the engine puts facts into a session. */
  static final List<Class<?>> FACTS =
      Stream.of(Scoped.class, Entity.class).flatMap(FactVocabulary::leaves).toList();

  /** The figures that {@code @value} and {@code @limit} may name. */
  static final Set<String> FIGURES =
      Arrays.stream(AccountFigures.class.getRecordComponents())
          .map(RecordComponent::getName)
          .filter(name -> !name.equals("accountId"))
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Set<String> OF_EVERY_OBJECT = Set.of("hashCode", "toString");
  private static final int MANY = 20;

  private FactVocabulary() {}

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FactVocabulary::leaves)
        : Stream.of(type);
  }

  /** The enum with this constant: of a part of the fact where there is one, else of any fact. */
  static Optional<Class<?>> enumWith(String constant, Optional<Class<?>> fact) {
    return Stream.concat(fact.stream(), FACTS.stream())
        .filter(Class::isRecord)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .<Class<?>>map(RecordComponent::getType)
        .filter(type -> type.isEnum() && constants(type).anyMatch(constant::equals))
        .findFirst();
  }

  private static Stream<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name());
  }

  /** What a condition may read of this class by name. */
  static Set<String> properties(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(Method::getName)
        .filter(name -> !OF_EVERY_OBJECT.contains(name))
        .flatMap(name -> Stream.of(name, withoutPrefix(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A hint such as {@code Maybe (dayLoss).}, or else the words there are, or nothing if many. */
  static String maybe(String wrong, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(wrong, word) <= Math.max(2, wrong.length() / 3))
        .min(Comparator.comparingInt(word -> distance(wrong, word)))
        .map("Maybe (%s)."::formatted)
        .orElse(known.size() > MANY ? "" : "There are: %s.".formatted(sorted(known)));
  }

  private static String sorted(Collection<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }

  private static String withoutPrefix(String name) {
    for (var prefix : List.of("get", "is")) {
      int at = prefix.length();
      if (name.startsWith(prefix) && name.length() > at && Character.isUpperCase(name.charAt(at))) {
        return Character.toLowerCase(name.charAt(at)) + name.substring(at + 1);
      }
    }
    return name;
  }

  /** How many letters must be changed, added or left out; case counts as no change. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }

  private static boolean same(char left, char right) {
    return Character.toLowerCase(left) == Character.toLowerCase(right);
  }
}
