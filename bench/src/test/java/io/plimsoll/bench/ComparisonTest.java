package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Fields;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {
  private static Entity status(long id, String maxNetLiq) {
    var json = "{\"id\":%d,\"maxNetLiq\":%s}".formatted(id, maxNetLiq);
    return EntityType.ACCOUNT_RISK_STATUS.read(new Fields(JsonMapper.shared().readTree(json)));
  }

  private static Map<Long, Entity> book(Entity... entities) {
    var book = new HashMap<Long, Entity>();
    for (var entity : entities) {
      book.put(entity.id(), entity);
    }
    return book;
  }

  private static Comparison compare(Map<Long, Entity> engine, Map<Long, Entity> broker) {
    return Comparison.of(EntityType.ACCOUNT_RISK_STATUS, engine, broker, true);
  }

  @Test
  void equalBooksAreEqual() {
    var same = compare(book(status(1, "5"), status(2, "6")), book(status(2, "6"), status(1, "5")));
    assertThat(same.isEqual()).isTrue();
    assertThat(same.engine()).isEqualTo(2);
  }

  @Test
  void whatOneSideLacksAndWhatDiffersIsTold() {
    var found = compare(book(status(1, "5"), status(2, "6")), book(status(2, "7"), status(3, "8")));
    assertThat(found.isEqual()).isFalse();
    assertThat(found.extra()).containsExactly(1L);
    assertThat(found.different()).containsExactly(2L);
    assertThat(found.missing()).containsExactly(3L);
    assertThat(found.examples()).hasSize(3).anyMatch(example -> example.contains("maxNetLiq=7"));
  }

  @Test
  void ofReferencesTheEngineNeedNotKnowAll() {
    var known = book(status(1, "5"));
    var all = book(status(1, "5"), status(2, "6"));
    assertThat(Comparison.of(EntityType.CONTRACT, known, all, false).isEqual()).isTrue();
    assertThat(Comparison.of(EntityType.CONTRACT, all, known, false).isEqual()).isFalse();
  }
}
