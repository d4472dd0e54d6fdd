package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SnapshotTest {
  @Test
  void onlyReferenceDataOfWhatIsHeldMayBeInASnapshot() {
    try (var broker = broker(Contents.full().heldOnly(true));
        var wire = Wire.authorized(broker)) {
      var books = wire.call("user/syncrequest", "", "{}").path("d");

      assertThat(names(books.path("contracts"))).containsExactly("ESZ6");
      assertThat(names(books.path("products"))).containsExactly("ES");
      assertThat(books.path("contractMaturities").size()).isEqualTo(1);
      assertThat(names(books.path("currencies"))).containsExactly("USD");
    }
  }

  @Test
  void aContractFirstHeldLaterIsNotToldAndCanBeFetched() {
    try (var broker = broker(Contents.full().heldOnly(true));
        var wire = Wire.synced(broker)) {
      broker.control().order(Ticket.market(7001, "NQZ6", Side.Buy, 1));
      var held = wire.props("position", row -> row.path("contractId").asLong() == 3_445_602);

      assertThat(wire.propsTypes())
          .doesNotContain("contract", "contractMaturity", "product", "currency");
      var rest = Rest.loggedIn(broker);
      var contract = rest.get("contract/item?id=" + held.path("contractId").asLong());
      var maturity =
          rest.get("contractMaturity/item?id=" + contract.path("contractMaturityId").asLong());
      var product = rest.get("product/item?id=" + maturity.path("productId").asLong());
      assertThat(product.path("valuePerPoint").asInt()).isEqualTo(20);
    }
  }

  @Test
  void aShareOfATypeCanBeLeftOutAndFetched() {
    try (var broker = broker(Contents.full().omitting("marginSnapshot", 0.5));
        var wire = Wire.authorized(broker)) {
      var books = wire.call("user/syncrequest", "", "{}").path("d");

      var there = ids(books.path("marginSnapshots"));
      var all = ids(books.path("accounts"));
      assertThat(there.size()).isBetween(5, 35);
      var missing = all.stream().filter(id -> !there.contains(id)).map(String::valueOf).toList();
      var fetched =
          Rest.loggedIn(broker).get("marginSnapshot/ldeps?masterids=" + String.join(",", missing));
      assertThat(ids(fetched)).hasSize(missing.size());
    }
  }

  @Test
  void theSameEntitiesAreLeftOutEachTime() {
    try (var broker = broker(Contents.full().omitting("cashBalance", 0.5));
        var first = Wire.authorized(broker);
        var second = Wire.authorized(broker)) {
      assertThat(ids(first.call("user/syncrequest", "", "{}").path("d").path("cashBalances")))
          .isEqualTo(ids(second.call("user/syncrequest", "", "{}").path("d").path("cashBalances")));
    }
  }

  @Test
  void whatWasLeftOutIsToldWhenItChanges() {
    try (var broker = broker(Contents.full().omitting("cashBalance", 1));
        var wire = Wire.authorized(broker)) {
      assertThat(wire.call("user/syncrequest", "", "{}").path("d").path("cashBalances").isEmpty())
          .isTrue();
      broker.control().order(Ticket.market(7001, "ESZ6", Side.Sell, 1));

      wire.props("cashBalance", cash -> cash.path("accountId").asLong() == 7001);
    }
  }

  @Test
  void listsAreCapped() {
    try (var broker = broker(Contents.full().atMost(7))) {
      var rest = Rest.loggedIn(broker);

      assertThat(rest.get("account/list").size()).isEqualTo(7);
      assertThat(rest.get("account/deps?masterid=9001").size()).isEqualTo(7);
      assertThat(rest.get("contract/list").size()).isEqualTo(4);
    }
  }

  private static Simulator broker(Contents contents) {
    var broker = Simulator.start(Brokers.still().with(contents));
    for (var n = 0; n < 40; n++) {
      broker
          .control()
          .openAccount(Opening.account(7001 + n, "TEST-" + n, "50000").holding("ESZ6", 1));
    }
    return broker;
  }

  private static List<String> names(JsonNode entities) {
    return entities.valueStream().map(each -> each.path("name").asString()).toList();
  }

  private static Set<Long> ids(JsonNode entities) {
    return entities.valueStream().map(each -> each.path("id").asLong()).collect(Collectors.toSet());
  }
}
