package io.plimsoll.engine.action;

import static io.plimsoll.engine.action.Actions.NOON;
import static io.plimsoll.engine.action.Actions.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the store writes comes back as it was. */
class StoredTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @EnumSource(ActionKind.class)
  void anActionComesBack(ActionKind kind) {
    var action =
        sent(kind)
            .answered(NOON.plusNanos(1_234_567), "accepted \"so\"")
            .ended(Action.State.DEAD, NOON.plusSeconds(9), "why");
    assertThat(again(action, Action.class)).isEqualTo(action);
  }

  @Test
  void anUnsentActionComesBack() {
    var action = Actions.decided(ActionKind.LOCK);
    assertThat(again(action, Action.class)).isEqualTo(action);
  }

  @Test
  void aFreeCustodyComesBack() {
    assertThat(again(Custody.FREE, Custody.class)).isEqualTo(Custody.FREE);
  }

  @Test
  void aFullCustodyComesBack() {
    var custody =
        Custody.FREE
            .require(Restriction.LIQUIDATE_AND_LOCK, false)
            .saw(AdminAction.LockTradingImmediately)
            .tried(sent(ActionKind.LIQUIDATE).step(), 2)
            .tried(sent(ActionKind.LOCK).step(), 1)
            .proven(sent(ActionKind.LOCK))
            .stuck(ActionProof.PROPOSED, "in doubt");
    assertThat(again(custody, Custody.class)).isEqualTo(custody);
  }

  private static <T> T again(T value, Class<T> type) {
    return JSON.readValue(JSON.writeValueAsString(value), type);
  }
}
