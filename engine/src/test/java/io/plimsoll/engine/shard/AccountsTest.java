package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.store.Memory;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Action ACTION =
      Action.decided(
          ACCOUNT, "trailing", 1, ActionKind.LIQUIDATE, 1, "low", Instant.EPOCH, Instant.MAX);

  private static Accounts accounts(boolean isOwn) {
    var memory = new Memory(List.of(), List.of(), List.of(ACTION), List.of(), List.of());
    return new Accounts(List.of(RehearsalCase.daily()), memory, isOwn);
  }

  @Test
  void anActionOnAnAccountThatIsNotSentAnyMoreIsMissing() {
    assertThat(accounts(true).missing())
        .singleElement()
        .returns(ACTION.key(), action -> action.key());
  }

  @Test
  void anActionOnAnAccountThatIsSentIsNotMissing() {
    var accounts = accounts(true);
    var fresh = new Book();
    fresh.apply(new EntityChange.Upsert((Entity) entity(Account.class).fact()));
    accounts.replaceBook(fresh);
    assertThat(accounts.missing()).isEmpty();
  }

  @Test
  void anAccountThatAnotherShardMayHaveIsNotMissed() {
    assertThat(accounts(false).missing()).isEmpty();
  }
}
