package io.plimsoll.engine.risk;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Copies of records with one part replaced. */
final class Altered {
  private Altered() {}

  @SuppressWarnings("unchecked") // a record's canonical constructor makes that record
  static <R extends Record> R with(R record, String part, @Nullable Object value) {
    var components = record.getClass().getRecordComponents();
    if (Arrays.stream(components).noneMatch(each -> each.getName().equals(part))) {
      throw new IllegalArgumentException("%s has no (%s).".formatted(record.getClass(), part));
    }
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var values = new @Nullable Object[components.length];
      for (int n = 0; n < values.length; n++) {
        var component = components[n];
        values[n] =
            component.getName().equals(part) ? value : component.getAccessor().invoke(record);
      }
      return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalArgumentException("%s: (%s)".formatted(part, value), wrong);
    }
  }
}
