package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Fill;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Product;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same reads from the simulator, whose entities are not made for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsFromBrokerTest {
  private static final long ACCOUNT = 7;

  private final Simulator broker =
      Simulator.start(Settings.defaults().withPriceTick(Duration.ZERO).withBackgroundAccounts(0));
  private final Rest rest = TestBroker.rest(broker.restUri(), Duration.ofSeconds(3));
  private final Reads reads =
      new Reads(
          rest,
          new Tokens(rest, TestBroker.login("demo"), InstantSource.system(), hindrance -> {}));

  @BeforeAll
  void open() {
    broker.control().openAccount(Opening.account(ACCOUNT, "SEVEN", "50000").holding("ESZ6", 2));
  }

  @AfterAll
  void close() {
    rest.close();
    broker.close();
  }

  @Test
  void anAccountIsReadByItsId() {
    assertThat(only(reads.item(EntityType.ACCOUNT, ACCOUNT), Account.class).name())
        .isEqualTo("SEVEN");
  }

  @Test
  void anAccountThatIsNotThereIsAbsent() {
    assertThat(reads.item(EntityType.ACCOUNT, 12345)).isInstanceOf(Read.Absent.class);
  }

  @Test
  void fromAPositionOneComesToWhatAPointIsWorth() {
    var held = only(reads.deps(EntityType.POSITION, ACCOUNT), Position.class);
    var contract = only(reads.item(EntityType.CONTRACT, held.contractId()), Contract.class);
    var maturity =
        only(
            reads.item(EntityType.CONTRACT_MATURITY, contract.contractMaturityId()),
            ContractMaturity.class);
    var product =
        only(reads.items(EntityType.PRODUCT, List.of(maturity.productId())), Product.class);
    assertThat(product.valuePerPoint()).isEqualByComparingTo("50");
  }

  @Test
  void theFillsOfTheOrdersOfAnAccountMakeItsPosition() {
    var orders = found(reads.ldeps(EntityType.ORDER, List.of(ACCOUNT)));
    var fills = found(reads.ldeps(EntityType.FILL, orders.stream().map(Entity::id).toList()));
    assertThat(fills).allSatisfy(fill -> assertThat(fill).isInstanceOf(Fill.class));
    assertThat(fills.stream().mapToInt(fill -> ((Fill) fill).qty()).sum()).isEqualTo(2);
  }

  @Test
  void theCashSnapshotHasOpenProfitWhileAPositionIsHeld() {
    var snapshot = found(reads.cashBalanceSnapshot(ACCOUNT)).getFirst();
    assertThat(snapshot.openPnL()).isNotNull();
    assertThat(snapshot.totalCashValue()).isNotNull();
    assertThat(snapshot.netLiq())
        .isEqualByComparingTo(snapshot.totalCashValue().add(snapshot.openPnL()));
    assertThat(reads.cashBalanceSnapshot(12345)).isInstanceOf(Read.Refused.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyListOfTheBrokerIsReadWithoutALoss(EntityType type) {
    switch (reads.list(type)) {
      case Read.Found<Entity>(var entities, var odd, var _) -> {
        assertThat(entities).hasOnlyElementsOfType(type.type());
        assertThat(odd).isEmpty();
      }
      case Read.Absent<Entity>(var reason) -> assertThat(reason).startsWith("status 404");
      case Read.Refused<Entity> refused -> throw new AssertionError(refused);
      case Read.Later<Entity> later -> throw new AssertionError(later);
    }
  }

  private static <T> List<T> found(Read<T> read) {
    assertThat(read).isInstanceOf(Read.Found.class);
    return ((Read.Found<T>) read).entities();
  }

  private static <E> E only(Read<Entity> read, Class<E> type) {
    var found = found(read);
    assertThat(found).hasSize(1);
    return type.cast(found.getFirst());
  }
}
