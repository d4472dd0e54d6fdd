package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {
  private final SteppedClock clock = new SteppedClock();
  private Simulator broker;
  private Rest sim;

  @BeforeEach
  void start() {
    broker = Brokers.withAccount(Brokers.still().withClock(clock));
    sim = Rest.stranger(broker);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void anAccountShowsTheBrokersOwnFigures() {
    sim.sim("order", "{'accountId':7001,'symbol':'ESZ6','action':'Buy','qty':2}");
    sim.sim("price", "{'symbol':'ESZ6','price':6010}");

    var account = sim.sim("accounts/7001");

    assertThat(account.path("balance").decimalValue()).isEqualByComparingTo("49997.42");
    assertThat(account.path("openPnL").decimalValue()).isEqualByComparingTo("1000");
    assertThat(account.path("equity").decimalValue()).isEqualByComparingTo("50997.42");
    assertThat(account.path("netPos").path("ESZ6").asInt()).isEqualTo(2);
    assertThat(account.path("adminAction").asString()).isEqualTo("Normal");
  }

  @Test
  void anUnknownAccountIsRefusedInWords() {
    assertThat(sim.sim("accounts/5").path("error").asString()).isEqualTo("Account 5 is not known.");
    assertThat(sim.sim("cash", "{'accountId':5,'amount':1}").path("error").asString())
        .isEqualTo("Account 5 is not known.");
  }

  @Test
  void cashIsSetAsATradeWouldHave() {
    try (var wire = Wire.synced(broker)) {
      sim.sim("cash", "{'accountId':7001,'amount':48999.99}");

      var cash = wire.props("cashBalance", each -> true);
      assertThat(cash.path("amount").decimalValue()).isEqualByComparingTo("48999.99");
      assertThat(cash.path("realizedPnL").decimalValue()).isEqualByComparingTo("-1000.01");
      assertThat(cash.path("amountSOD").decimalValue()).isEqualByComparingTo("50000");
    }
  }

  @Test
  void anAccountIsCreatedWithAllThatBelongsToIt() {
    sim.sim(
        "account",
        "{'id':9100,'name':'NEW-9100','balance':75000,'evaluationSize':75000,'autoLiq':{'trailingMaxDrawdown':2500},"
            + "'positions':[{'symbol':'NQZ6','netPos':-1,'netPrice':21600}]}");

    var rest = Rest.loggedIn(broker);
    assertThat(rest.get("account/item?id=9100").path("evaluationSize").asInt()).isEqualTo(75_000);
    assertThat(rest.get("userAccountAutoLiq/item?id=9100").path("trailingMaxDrawdown").asInt())
        .isEqualTo(2500);
    assertThat(broker.control().account(9100).equity()).isEqualByComparingTo("77000");
    assertThat(broker.control().account(9100).netPos()).containsEntry("NQZ6", -1);
  }

  @Test
  void anAccountIsNotOpenedTwice() {
    assertThat(
            sim.sim("account", "{'id':7001,'name':'AGAIN','balance':1}").path("error").asString())
        .contains("open already");
  }

  @Test
  void anAdministratorsActionIsTold() {
    try (var wire = Wire.synced(broker)) {
      sim.sim("admin", "{'accountId':7001,'adminAction':'LockTradingImmediately'}");

      wire.props(
          "accountRiskStatus",
          status -> status.path("adminAction").asString().equals("LockTradingImmediately"));
    }
  }

  @Test
  void anyEntityIsSentAsItIsAndKept() {
    try (var wire = Wire.synced(broker)) {
      sim.sim(
          "entity",
          "{'entityType':'marginSnapshot','eventType':'Updated','entity':{'id':7001,'novelty':'x'}}");
      sim.sim("entity", "{'entityType':'unicorn','eventType':'Created','entity':{'id':1}}");

      assertThat(wire.props("marginSnapshot", each -> true).path("novelty").asString())
          .isEqualTo("x");
      wire.props("unicorn", each -> true);
      assertThat(Rest.loggedIn(broker).get("unicorn/list").size()).isEqualTo(1);
    }
  }

  @Test
  void aDeletedEntityIsGone() {
    sim.sim("entity", "{'entityType':'marginSnapshot','eventType':'Deleted','entity':{'id':7001}}");

    assertThat(Rest.loggedIn(broker).answer("marginSnapshot/item?id=7001", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPositionWrittenByHandCanBeLiquidated() {
    sim.sim(
        "entity",
        "{'entityType':'position','eventType':'Created','entity':{'id':44,'accountId':7001,'contractId':3445601,'netPos':-3,'netPrice':6004,"
            + "'tradeDate':{'year':2026,'month':11,'day':20}}}");
    assertThat(broker.control().account(ACCOUNT).openPnL()).isEqualByComparingTo("600");

    Rest.loggedIn(broker)
        .post("order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");

    assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
    assertThat(broker.control().account(ACCOUNT).balance()).isEqualByComparingTo("50596.13");
  }

  @Test
  void aRawFrameReachesEveryUserSocket() {
    try (var one = Wire.authorized(broker);
        var two = Wire.authorized(broker)) {
      sim.sim("frame", "{'text':'m?'}");

      one.frame("m?"::equals);
      two.frame("m?"::equals);
    }
  }

  @Test
  void aNewHighRaisesMaxNetLiqAndAFallDoesNotLowerIt() {
    try (var wire = Wire.synced(broker)) {
      broker.control().setCash(ACCOUNT, new BigDecimal("51000"));
      wire.props("accountRiskStatus", status -> status.path("maxNetLiq").asInt() == 51_000);
      broker.control().setCash(ACCOUNT, new BigDecimal("49000"));

      assertThat(broker.control().account(ACCOUNT).maxNetLiq()).isEqualByComparingTo("51000");
    }
  }

  @Test
  void highsAreToldAtMostOnceASecond() {
    broker.control().setCash(ACCOUNT, new BigDecimal("51000"));
    broker.control().setCash(ACCOUNT, new BigDecimal("52000"));
    broker.control().setCash(ACCOUNT, new BigDecimal("50500"));
    assertThat(broker.control().account(ACCOUNT).maxNetLiq()).isEqualByComparingTo("51000");

    clock.step(Duration.ofSeconds(1));

    broker.control().setCash(ACCOUNT, new BigDecimal("50400"));
    assertThat(broker.control().account(ACCOUNT).maxNetLiq()).isEqualByComparingTo("52000");
  }

  @Test
  void theNextSessionHasANewPositionRow() {
    sim.sim("order", "{'accountId':7001,'symbol':'ESZ6','action':'Buy','qty':2}");
    clock.step(Duration.ofHours(9));
    sim.sim("order", "{'accountId':7001,'symbol':'ESZ6','action':'Sell','qty':1}");

    var rows = Rest.loggedIn(broker).get("position/list");
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.get(1).path("tradeDate").path("day").asInt()).isEqualTo(21);
    assertThat(rows.get(1).path("prevPos").asInt()).isEqualTo(2);
    assertThat(rows.get(1).path("netPos").asInt()).isEqualTo(1);
    assertThat(broker.control().account(ACCOUNT).netPos()).containsEntry("ESZ6", 1);
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(sim.sim("price", "{'symbol':'ESZ6'}").path("error").asString())
        .isEqualTo("price (a number) is required.");
  }
}
