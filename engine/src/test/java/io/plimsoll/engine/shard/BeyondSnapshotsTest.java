package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.rest.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Facts that rules match and no snapshot has. */
class BeyondSnapshotsTest {
  private static final String LIMITS = "userAccountPositionLimit/ldeps";

  @TempDir Path folder;

  private RuleSet onLimits() {
    return RigRules.withOwn(
        folder.resolve("rules"),
        """
        package my.rules
        import io.plimsoll.engine.session.Finding
        import io.plimsoll.engine.tradovate.entity.UserAccountPositionLimit

        rule "mine.limited"
            @severity( INFO )
            @description( "Has a position limit at the broker." )
            @runbook( "none" )
        when
            $l : UserAccountPositionLimit( exposedLimit != null )
        then
            insertLogical( Finding.onAccount( drools, $l.accountId() ) );
        end
        """);
  }

  private static void limit(Rig rig, long account) {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 10 * account)
            .put("accountId", account)
            .put("exposedLimit", 3);
    rig.broker.control().sendEntity("userAccountPositionLimit", Change.Kind.Created, fields);
  }

  private static List<Integer> limits(Rig rig) {
    return rig.ask(view -> view.book().all(EntityType.USER_ACCOUNT_POSITION_LIMIT).size());
  }

  @Test
  void whatWasThereBeforeIsReadBeforeAnythingIsJudged() {
    try (var rig = new Rig(folder)) {
      limit(rig, TRAILED);
      rig.start(onLimits());
      await("told", () -> rig.wasTold("mine.limited"));
      assertThat(limits(rig)).containsExactly(1);
    }
  }

  @Test
  void ofAnAccountThatComesLaterItIsReadWhenTheAccountComes() {
    try (var rig = new Rig(folder)) {
      limit(rig, SECOND);
      rig.start(onLimits());
      rig.store.awaitSnapshotTaken();
      assertThat(limits(rig)).containsExactly(0);
      rig.openSecondAccount();
      await("told", () -> rig.wasTold("mine.limited"));
    }
  }

  @Test
  void whatCouldNotBeReadIsReadLater() {
    try (var rig = new Rig(folder)) {
      limit(rig, TRAILED);
      rig.broker.control().fault(LIMITS, new Fault.Status(503), 1);
      rig.start(onLimits());
      rig.store.awaitSnapshotTaken();
      assertThat(limits(rig)).containsExactly(0);
      rig.advance(Duration.ofSeconds(31));
      await("told", () -> rig.wasTold("mine.limited"));
    }
  }

  @Test
  void aResyncThatCannotReadItTakesNothingBack() {
    try (var rig = new Rig(folder)) {
      limit(rig, TRAILED);
      rig.start(onLimits());
      await("told", () -> rig.wasTold("mine.limited"));
      rig.broker.control().fault(LIMITS, new Fault.Status(503), 99);
      rig.broker.control().dropSockets();
      rig.awaitSnapshots(2);

      rig.awaitSecondLocked();
      assertThat(rig.timesTold("mine.limited", Status.RESOLVED)).isZero();
    }
  }

  @Test
  void whatNoRuleMatchesIsNotRead() {
    try (var rig = new Rig(folder)) {
      limit(rig, TRAILED);
      rig.following();
      rig.store.awaitSnapshotTaken();
      assertThat(rig.broker.control().requests(LIMITS)).isEmpty();
      assertThat(limits(rig)).containsExactly(0);
    }
  }
}
