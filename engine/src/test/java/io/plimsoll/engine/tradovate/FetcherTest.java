package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
  private final Simulator broker = Watched.broker(Watched.quick());
  private final Rest rest = TestBroker.rest(broker.restUri(), Duration.ofSeconds(3));
  private final Oddities oddities = new Oddities();
  private final Tokens tokens =
      new Tokens(rest, TestBroker.login("demo"), InstantSource.system(), hindrance -> {});
  private final Fetcher fetcher = new Fetcher(new Reads(rest, tokens), oddities);
  private final List<Entity> found = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    fetcher.close();
    rest.close();
    broker.close();
  }

  private long heldContract() {
    try {
      return rest.get("contract/find?name=ESZ6", tokens.current()) instanceof Answer.Ok(var found)
          ? found.path("id").asLong()
          : 0;
    } catch (LoginException refused) {
      throw new AssertionError(refused);
    }
  }

  private void fetch(Missing... missing) {
    fetcher.fetch(
        Set.of(missing),
        fetched -> fetched.entities().forEach(upsert -> found.add(upsert.entity())));
  }

  private int asked(String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  @Test
  void aContractIsReadByItsId() {
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    await("the contract", () -> found.size() == 1);
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Contract.class, contract -> assertThat(contract.name()).isEqualTo("ESZ6"));
  }

  @Test
  void aReferenceOnceReadIsKept() {
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    await("the contract", () -> found.size() == 1);
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    await("again", () -> found.size() == 2);
    assertThat(asked("contract/item")).isEqualTo(1);
  }

  @Test
  void twoWhoWantTheSameAtOnceAskOnce() {
    broker.control().fault("contract/item", new Fault.Delay(Duration.ofMillis(200)), 1);
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    await("both", () -> found.size() == 2);
    assertThat(asked("contract/item")).isEqualTo(1);
  }

  @Test
  void whatTheBrokerDoesNotKnowIsAskedForOnceAMinute() {
    fetch(new Missing(EntityType.PRODUCT, 999_999));
    await("asked", () -> asked("product/item") == 1);
    fetch(
        new Missing(EntityType.PRODUCT, 999_999), new Missing(EntityType.CONTRACT, heldContract()));
    await("the other", () -> found.size() == 1);
    assertThat(asked("product/item")).isEqualTo(1);
  }

  @Test
  void aServerErrorIsNoEntity() {
    broker.control().fault("contract/item", new Fault.Status(503), 1);
    fetch(new Missing(EntityType.CONTRACT, heldContract()));
    await("asked", () -> asked("contract/item") == 1);
    fetch(new Missing(EntityType.MARGIN_SNAPSHOT, 7001));
    await("the other", () -> found.size() == 1);
    assertThat(found.getFirst()).isInstanceOf(MarginSnapshot.class);
  }

  @Test
  void whatTheBrokerHasNotAnsweredIsToldAsUnread() {
    var told = new CopyOnWriteArrayList<Inbound.Fetched>();
    var margin = new Missing(EntityType.MARGIN_SNAPSHOT, 7001);
    var status = new Missing(EntityType.ACCOUNT_RISK_STATUS, 7001);
    broker.control().fault("marginSnapshot/ldeps", new Fault.Status(503), 1);
    fetcher.fetch(Set.of(margin, status), told::add);
    await("told", () -> !told.isEmpty());
    assertThat(told.getFirst().asked()).containsExactlyInAnyOrder(margin, status);
    assertThat(told.getFirst().unread()).containsExactly(margin);
    assertThat(told.getFirst().entities()).hasSize(1);
  }

  @Test
  void gapsOfManyAccountsAreReadTogether() {
    fetch(
        new Missing(EntityType.ACCOUNT_RISK_STATUS, 7001),
        new Missing(EntityType.ACCOUNT_RISK_STATUS, 7002));
    await("both", () -> found.size() == 2);
    assertThat(found).allMatch(AccountRiskStatus.class::isInstance);
    assertThat(asked("accountRiskStatus/ldeps")).isEqualTo(1);
  }

  @Test
  void moreThanAHundredAccountsAreReadInParts() {
    for (long id = 8001; id <= 8101; id++) {
      broker.control().openAccount(Opening.account(id, "N" + id, "1000"));
    }
    var all = new HashSet<Missing>();
    for (long id = 8001; id <= 8101; id++) {
      all.add(new Missing(EntityType.MARGIN_SNAPSHOT, id));
    }
    fetch(all.toArray(Missing[]::new));
    await("all of them", () -> found.size() == 101);
    assertThat(asked("marginSnapshot/ldeps")).isEqualTo(2);
  }

  @Test
  void anAccountIsReadByItsOwnId() {
    fetch(new Missing(EntityType.ACCOUNT, 7002));
    await("the account", () -> found.size() == 1);
    assertThat(found.getFirst().id()).isEqualTo(7002);
  }

  @Test
  void allThatIsFoundIsToldTogether() {
    var times = new CopyOnWriteArrayList<Integer>();
    fetcher.fetch(
        Set.of(
            new Missing(EntityType.CONTRACT, heldContract()),
            new Missing(EntityType.MARGIN_SNAPSHOT, 7001)),
        fetched -> times.add(fetched.entities().size()));
    await("told", () -> !times.isEmpty());
    assertThat(times).containsExactly(2);
  }
}
