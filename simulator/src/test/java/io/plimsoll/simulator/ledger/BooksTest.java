package io.plimsoll.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  private final Books books = new Books();

  @Test
  void theNewestPositionIsThatOfTheLastTradeDate() {
    books.put(position(5, MONDAY.plusDays(1), 3));
    books.put(position(9, MONDAY, 1));

    assertThat(books.position(7, 1).map(Entity::id)).contains(5L);
    assertThat(books.positions(7)).hasSize(1);
  }

  @Test
  void ofOneTradeDateTheHigherIdIsNewer() {
    books.put(position(5, MONDAY, 3));
    books.put(position(9, MONDAY, 1));

    assertThat(books.position(7, 1).map(Entity::id)).contains(9L);
  }

  @Test
  void whenTheNewestGoesTheOneBeforeItIsTheNewest() {
    books.put(position(5, MONDAY, 3));
    books.put(position(9, MONDAY, 1));
    books.remove(position(9, MONDAY, 1));

    assertThat(books.position(7, 1).map(Entity::id)).contains(5L);
    books.remove(position(5, MONDAY, 3));
    assertThat(books.position(7, 1)).isEmpty();
    assertThat(books.positions(7)).isEmpty();
  }

  @Test
  void aChangedRowTakesThePlaceOfItself() {
    books.put(position(5, MONDAY, 3));
    books.put(position(5, MONDAY, 4));

    assertThat(books.position(7, 1).map(row -> row.count("netPos"))).contains(4);
  }

  @Test
  void anOrderIsAmongTheWorkingOnesWhileItMayTrade() {
    books.put(order("PendingNew"));
    assertThat(books.working()).hasSize(1);
    books.put(order("Filled"));
    assertThat(books.working()).isEmpty();
    books.put(order("Working"));
    books.remove(order("Working"));
    assertThat(books.working()).isEmpty();
  }

  @Test
  void somethingThatIsNotThereCanBeRemoved() {
    books.remove(order("Working"));

    assertThat(books.all(EntityType.ORDER)).isEmpty();
  }

  @Test
  void ownersAreFoundThroughParents() {
    books.put(order("Working"));
    books.put(Entity.of(EntityType.FILL, 12, fields -> fields.put("orderId", 11)));
    var fee = Entity.of(EntityType.FILL_FEE, 12, fields -> {});

    assertThat(books.ownerOf(fee)).hasValue(7);
    assertThat(books.ownerOf(Entity.of(EntityType.CURRENCY, 1, fields -> {}))).isEmpty();
  }

  private static Entity order(String status) {
    return Entity.of(
        EntityType.ORDER,
        11,
        fields -> fields.put("accountId", 7).put("contractId", 1).put("ordStatus", status));
  }

  private static Entity position(long id, LocalDate date, int net) {
    return Entity.of(
        EntityType.POSITION,
        id,
        fields -> {
          fields.put("accountId", 7).put("contractId", 1).put("netPos", net);
          fields.set("tradeDate", TradeDates.json(date));
        });
  }
}
