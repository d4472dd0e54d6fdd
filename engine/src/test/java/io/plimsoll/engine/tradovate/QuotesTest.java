package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
  private static List<Quote> quotes(String array) {
    return messages("a[{'e':'md','d':{'quotes':" + array + "}}]").stream()
        .flatMap(each -> ((Message.MarketData) each).quotes().stream())
        .toList();
  }

  @Test
  void aWholeQuoteHasThreePrices() {
    assertThat(
            quotes(
                "[{'contractId':560901,'entries':{'Trade':{'price':6000.25,'size':1},"
                    + "'Bid':{'price':6000,'size':2.5},'Offer':{'price':6000.50}}}]"))
        .containsExactly(
            new Quote(
                560901,
                new BigDecimal("6000.25"),
                new BigDecimal("6000"),
                new BigDecimal("6000.50")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'Trade':{'size':1}}",
        "{'Trade':null,'Bid':7,'Offer':[]}",
        "{'Trade':{'price':null}}",
        "{'Trade':{'price':'6000'}}",
        "{'Trade':{'price':1e999999}}",
        "{'Bid':{'price':NaN}}",
        "{'EmptyBook':null}",
        "null",
        "7",
      })
  void aPriceThatWasNotSentIsAbsentAndNotZero(String entries) {
    assertThat(quotes("[{'contractId':1,'entries':" + entries + "}]"))
        .containsExactly(new Quote(1, null, null, null));
  }

  @Test
  void anEmptyBookIsTold() {
    assertThat(quotes("[{'contractId':1,'entries':{'EmptyBook':{}}}]"))
        .containsExactly(new Quote(1, null, null, null, true));
  }

  @Test
  void aNegativePriceIsAPrice() {
    assertThat(quotes("[{'contractId':1,'entries':{'Trade':{'price':-37.63}}}]"))
        .containsExactly(new Quote(1, new BigDecimal("-37.63"), null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "null",
        "{'contractId':null}",
        "{'contractId':'1'}",
        "{'contractId':1.5}",
        "{'contractId':1e999999}",
      })
  void aQuoteOfNoContractTakesNoOtherWithIt(String bad) {
    assertThat(quotes("[" + bad + ",{'contractId':2}]"))
        .containsExactly(new Quote(2, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'doms':[]}", "{}", "{'quotes':7}", "{'quotes':null}", "null", "7"})
  void marketDataWithoutQuotesHasNone(String body) {
    assertThat(messages("a[{'e':'md','d':" + body + "}]"))
        .containsExactly(new Message.MarketData(List.of()));
  }
}
