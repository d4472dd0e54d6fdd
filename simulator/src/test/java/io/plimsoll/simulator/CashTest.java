package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CashTest {
  /** 2026-11-20 is a Friday; 15:00 UTC is 9:00 in Chicago. */
  private final SteppedClock clock = new SteppedClock();

  private Simulator broker = Brokers.withPosition(Brokers.still().withClock(clock));

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aClosedTradeLeavesARowForThePairAndOneForTheFee() {
    broker.control().setPrice("ESZ6", new BigDecimal("6010"));
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Sell, 2));

    var rows = rows();
    assertThat(rows)
        .extracting(row -> row.text("cashChangeType").orElse(""))
        .containsExactly("FundTransaction", "TradePaired", "Commission");
    var paired = rows.get(1);
    assertThat(paired.amount("delta")).isEqualByComparingTo("1000");
    assertThat(paired.amount("amount")).isEqualByComparingTo("51000");
    assertThat(paired.whole("fillPairId"))
        .isEqualTo(broker.control().all("fillPair").getFirst().id());
    assertThat(rows.get(2).amount("delta")).isEqualByComparingTo("-2.58");
    assertThat(rows.get(2).amount("amount")).isEqualByComparingTo(cash().amount("amount"));
  }

  @Test
  void theRowsAddUpToTheBalance() {
    for (var n = 0; n < 6; n++) {
      broker.control().order(Ticket.market(ACCOUNT, "NQZ6", n % 2 == 0 ? Side.Buy : Side.Sell, 1));
      broker.control().setPrice("NQZ6", new BigDecimal(21_500 + 10 * n));
    }
    broker.control().setCash(ACCOUNT, new BigDecimal("47000"));

    assertThat(
            rows().stream()
                .map(row -> row.amount("delta"))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("47000");
  }

  @Test
  void theLogIsReadByAccount() {
    broker.control().setCash(ACCOUNT, new BigDecimal("49000"));

    assertThat(Rest.loggedIn(broker).get("cashBalanceLog/deps?masterid=7001").size()).isEqualTo(2);
    assertThat(Rest.loggedIn(broker).get("cashBalanceLog/ldeps?masterids=1,2").size()).isZero();
  }

  @Test
  void theLogIsToldOnlyToWhoAsksForIt() {
    try (var asking = Wire.synced(broker, "{\"entityTypes\":[\"cashBalanceLog\"]}");
        var other = Wire.synced(broker)) {
      broker.control().setCash(ACCOUNT, new BigDecimal("49000"));
      asking.props("cashBalanceLog", row -> row.path("amount").asInt() == 49_000);
      other.props("cashBalance", any -> true);

      assertThat(other.propsTypes()).doesNotContain("cashBalanceLog");
    }
  }

  @Test
  void aNewSessionBeginsWithNoProfitAndRemembersTheBalance() {
    broker.control().setCash(ACCOUNT, new BigDecimal("49000"));
    broker.control().newSession();

    assertThat(cash().amount("realizedPnL")).isZero();
    assertThat(cash().amount("weekRealizedPnL")).isEqualByComparingTo("-1000");
    assertThat(cash().amount("amountSOD")).isEqualByComparingTo("49000");
    assertThat(rows().getLast().text("cashChangeType")).contains("NewSession");
  }

  @Test
  void aNewWeekTakesTheWeeksProfitToo() {
    broker.control().setCash(ACCOUNT, new BigDecimal("49000"));
    clock.step(Duration.ofDays(3));
    broker.control().newSession();

    assertThat(cash().amount("weekRealizedPnL")).isZero();
  }

  @Test
  void sessionsMayRollByThemselvesAtFiveInChicago() {
    broker.close();
    var settings = Brokers.still().withClock(clock).with(Contents.full().rolling());
    broker = Brokers.withPosition(settings);
    try (var wire = Wire.synced(broker)) {
      broker.control().setCash(ACCOUNT, new BigDecimal("49000"));
      clock.step(Duration.ofHours(8));

      wire.props("cashBalance", cash -> cash.path("realizedPnL").asInt(-1) == 0);
      assertThat(cash().fields().path("tradeDate").path("day").asInt()).isEqualTo(21);
    }
  }

  @Test
  void demoMoneyIsNoProfitAndMovesTheHighestEquity() {
    var answer =
        Rest.loggedIn(broker)
            .post("cashBalance/changedemobalance", "{'accountId':7001,'cashChange':-2000}");

    assertThat(answer.path("totalCashValue").asInt()).isEqualTo(48_000);
    assertThat(cash().amount("realizedPnL")).isZero();
    assertThat(broker.control().account(ACCOUNT).maxNetLiq()).isEqualByComparingTo("48000");
    assertThat(rows().getLast().text("cashChangeType")).contains("FundTransaction");
  }

  @Test
  void ratesOfCurrenciesAreReadByRest() {
    assertThat(
            Rest.loggedIn(broker)
                .get("currencyRate/deps?masterid=2")
                .get(0)
                .path("rate")
                .asDouble())
        .isEqualTo(1.08);
  }

  private Entity cash() {
    return broker.control().all("cashBalance").getFirst();
  }

  private List<Entity> rows() {
    return broker.control().all("cashBalanceLog");
  }
}
