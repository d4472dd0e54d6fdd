package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static io.plimsoll.engine.shard.RehearsalCase.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Product;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shard does about an event that it cannot handle: here because what it asks throws. */
class FailedEventTest {
  private static final long NEW_ACCOUNT = ACCOUNT + 1;

  @TempDir Path folder;
  private final Gate gate = new Gate();
  private final Courier courier = new Courier();
  private Instant now = RehearsalCase.START;
  private Life life;

  /** A gateway that may be closed, as that of an engine that stops. */
  private static final class Gate implements Desk.Eye {
    final List<String> resyncs = new ArrayList<>();
    final List<Set<Missing>> asked = new ArrayList<>();
    boolean closed;

    @Override
    public void follow(Set<Long> contracts) {}

    @Override
    public void fetch(Set<Missing> missing) {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      asked.add(missing);
    }

    @Override
    public void worth(long account) {}

    @Override
    public void require(Set<EntityType> types) {}

    @Override
    public void resync(String reason) {
      resyncs.add(reason);
    }
  }

  /** Carries nothing out. */
  private static final class Courier implements ActionDesk.Courier {
    final List<Action> decided = new ArrayList<>();
    boolean closed;

    @Override
    public void committed(Action action) {
      decided.add(action);
    }

    @Override
    public void ended(String actionKey) {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
    }

    @Override
    public void send(Action action, AccountView view) {}
  }

  @BeforeEach
  void begin() {
    var plan = RehearsalCase.trailing(new TrailingDrawdown.Moves.AtTick());
    var opened = Risk.opened(plan, Money.of(50_000), Money.of(50_000), null, now);
    var known = new AccountRecord(ACCOUNT, plan.name(), plan.version(), null, opened, Custody.FREE);
    var setup = new Rehearsal.Setup(folder, RehearsalCase.RULES, List.of(plan), List.of(known));
    life = new Life(setup, courier, gate, now);
    synchronize();
    RehearsalCase.price("1000").forEach(this::tell);
    pass(20);
  }

  @AfterEach
  void end() {
    courier.closed = false;
    life.close();
  }

  private void tell(Inbound inbound) {
    life.handle(new Event.Fed(inbound), now);
  }

  private static List<EntityChange> changes(Given... given) {
    return Arrays.stream(given)
        .<EntityChange>map(one -> new EntityChange.Upsert((Entity) one.fact()))
        .toList();
  }

  private void startSynchronizing(int held) {
    tell(new Inbound.Synchronizing(Set.of(EntityType.ACCOUNT, EntityType.CASH_BALANCE_LOG)));
    tell(
        new Inbound.Snapshot(
            changes(
                entity(Account.class),
                entity(AccountRiskStatus.class),
                marginSnapshot().with("totalUsedMargin", "0"),
                RehearsalCase.cash("50000", RehearsalCase.START),
                entity(Product.class).with("id", CONTRACT).with("valuePerPoint", "1"),
                entity(ContractMaturity.class).with("id", CONTRACT).with("productId", CONTRACT),
                entity(Contract.class).with("id", CONTRACT).with("contractMaturityId", CONTRACT),
                RehearsalCase.held(held, now))));
  }

  private void synchronize() {
    startSynchronizing(1);
    pass(1000);
    answerAll();
    pass(20);
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
    life.tick(now);
  }

  private void answerAll() {
    var asked = List.copyOf(gate.asked);
    gate.asked.clear();
    asked.forEach(missing -> tell(new Inbound.Fetched(missing, List.of(), Set.of())));
  }

  /** Something of a new account is to be read, and the rest of the frame is never looked at. */
  private void failAtAnAccount() {
    gate.closed = true;
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() ->
            tell(
                new Inbound.Changes(
                    changes(
                        entity(Account.class).with("id", NEW_ACCOUNT),
                        cashBalance().with("amount", "1")))));
    gate.closed = false;
  }

  @Test
  void afterAnEventThatCannotBeHandledTheFeedIsNotLiveAndAllIsAskedForAnew() {
    assertThat(life.isLive()).isTrue();
    failAtAnAccount();
    assertThat(life.isLive()).isFalse();
    assertThat(gate.resyncs).singleElement().asString().contains("RejectedExecutionException");
  }

  @Test
  void theNextSnapshotMakesItLiveAgain() {
    failAtAnAccount();
    synchronize();
    assertThat(life.isLive()).isTrue();
    assertThat(gate.resyncs).hasSize(1);
  }

  @Test
  void whileANewSocketIsOnItsWayNoOtherIsAskedFor() {
    failAtAnAccount();
    tell(new Inbound.Changes(changes(entity(Account.class).with("id", NEW_ACCOUNT))));
    pass(1000);
    assertThat(gate.resyncs).hasSize(1);
    assertThat(life.isLive()).isFalse();
  }

  @Test
  void aSnapshotThatCannotTakeThePlaceOfTheBookLeavesTheFeedNotLive() {
    RehearsalCase.price("-1000").forEach(this::tell);
    pass(20);
    assertThat(courier.decided).hasSize(1);
    tell(new Inbound.Down("cut"));
    startSynchronizing(0);
    pass(1000);
    answerAll();
    courier.closed = true;
    assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pass(20));
    assertThat(life.isLive()).isFalse();
    assertThat(gate.resyncs).hasSize(1);
  }
}
