package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MarketDataTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"ESZ6\"", "\"esz6\"", "3445601", "\"3445601\""})
  void theFirstQuoteFollowsTheAnswerAtOnce(String symbol) {
    try (var broker = Brokers.withAccount();
        var wire = Wire.marketData(broker)) {
      var answer = wire.call("md/subscribeQuote", "", "{\"symbol\":" + symbol + "}");
      var quote = wire.event("md", d -> true).path("quotes").get(0);

      assertThat(answer.path("s").asInt()).isEqualTo(200);
      assertThat(quote.path("contractId").asLong()).isEqualTo(ES);
      assertThat(quote.path("entries").path("Trade").path("price").decimalValue())
          .isEqualByComparingTo("6000");
      assertThat(quote.path("entries").propertyNames())
          .containsExactlyInAnyOrder("Trade", "Bid", "Offer");
    }
  }

  @Test
  void aPriceSetByControlIsQuoted() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.marketData(broker)) {
      wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}");

      Rest.stranger(broker).sim("price", "{'symbol':'ESZ6','price':6012.25}");

      wire.event("md", d -> price(d).equals("6012.25"));
    }
  }

  @Test
  void nothingIsQuotedAfterUnsubscribing() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.marketData(broker)) {
      wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}");
      wire.call("md/subscribequote", "", "{\"symbol\":\"NQZ6\"}");
      wire.call("md/unsubscribequote", "", "{\"symbol\":\"ESZ6\"}");

      broker.control().setPrice("ESZ6", new BigDecimal("6001"));
      broker.control().setPrice("NQZ6", new BigDecimal("21501"));
      wire.event("md", d -> price(d).equals("21501"));

      assertThat(wire.messages()).noneMatch(each -> price(each.path("d")).equals("6001"));
    }
  }

  @Test
  void anUnknownSymbolIs404() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.marketData(broker)) {
      assertThat(wire.call("md/subscribequote", "", "{\"symbol\":\"ZZZ9\"}").path("s").asInt())
          .isEqualTo(404);
    }
  }

  @Test
  void quotesAreNotForTheUserSocket() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      assertThat(wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}").path("s").asInt())
          .isEqualTo(404);
    }
  }

  @Test
  void someQuotesArePartialButAllHaveATradePrice() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.marketData(broker)) {
      wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}");
      IntStream.rangeClosed(1, 100)
          .forEach(n -> broker.control().setPrice("ESZ6", new BigDecimal(6000 + n)));
      wire.event("md", d -> price(d).equals("6100"));

      var entries =
          wire.messages().stream()
              .map(each -> each.path("d").path("quotes").path(0).path("entries"))
              .filter(JsonNode::isObject)
              .toList();
      assertThat(entries).allMatch(each -> each.path("Trade").has("price"));
      assertThat(entries).anyMatch(each -> !each.has("Bid")).anyMatch(each -> !each.has("Offer"));
    }
  }

  @Test
  void theSameSeedTellsTheSamePrices() {
    assertThat(walk(7)).hasSize(41).isEqualTo(walk(7)).isNotEqualTo(walk(8));
  }

  @Test
  void pricesMoveByThemselvesAtEachTick() {
    try (var broker =
            Brokers.withAccount(Settings.defaults().withPriceTick(Duration.ofMillis(20)));
        var wire = Wire.marketData(broker)) {
      wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}");

      wire.event("md", d -> !price(d).isEmpty() && !price(d).equals("6000"));
    }
  }

  private static List<JsonNode> walk(long seed) {
    try (var broker =
            Brokers.withAccount(Brokers.still().withSeed(seed).withClock(new SteppedClock()));
        var wire = Wire.marketData(broker)) {
      wire.call("md/subscribequote", "", "{\"symbol\":\"ESZ6\"}");
      IntStream.range(0, 40).forEach(_ -> broker.tick());
      wire.await(messages -> messages.skip(42).findFirst().orElse(null));
      return wire.messages().stream().filter(each -> each.has("e")).toList();
    }
  }

  private static String price(JsonNode d) {
    return d.path("quotes").path(0).path("entries").path("Trade").path("price").asString("");
  }
}
