package io.plimsoll.engine.tradovate.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/facts.md says of each entity is so. */
class FactsPageTest {
  private static final Pattern WORD = Pattern.compile("(\\*\\*)?([a-zA-Z]+)(\\*\\*)?( = \\w+)?");

  /** Fact, broker's name, key fields, in the sync, notes. */
  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(Path.of("..", "docs", "facts.md")).stream()
          .filter(line -> line.startsWith("| `"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .map(cells -> cells.subList(1, 6))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> row(EntityType type) {
    var name = "`" + type.type().getSimpleName() + "`";
    var found = rows().stream().filter(row -> row.getFirst().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }

  @Test
  void itHasARowForEachAndNoOther() {
    assertThat(rows()).hasSameSizeAs(EntityType.values());
  }

  @ParameterizedTest
  @EnumSource
  void theBrokersNameIsRight(EntityType type) {
    assertThat(row(type).get(1)).isEqualTo("`" + type.wireName() + "`");
  }

  @ParameterizedTest
  @EnumSource
  void whetherItIsInTheSyncIsRight(EntityType type) {
    assertThat(row(type).get(3)).isEqualTo(type.isInSnapshot() ? "yes" : "events");
  }

  @ParameterizedTest
  @EnumSource
  void itsKeyFieldsAreThereAndTheBoldOnesAlways(EntityType type) {
    for (var cell : row(type).get(2).split(", ")) {
      var word = WORD.matcher(cell);
      assertThat(word.matches()).as(cell).isTrue();
      var component = Samples.component(type, word.group(2));
      assertThat(word.group(1) != null).as(cell).isEqualTo(!isNullable(component));
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
