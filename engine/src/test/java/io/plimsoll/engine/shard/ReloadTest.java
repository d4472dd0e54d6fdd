package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import io.plimsoll.engine.session.RuleSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other rules while the engine runs. */
class ReloadTest {
  @TempDir Path folder;

  private RuleSet withRule(String imports, String pattern, String account) {
    return RigRules.withOwn(
        folder.resolve("rules"),
        """
        package my.rules
        import io.plimsoll.engine.session.Finding
        %s

        rule "mine.added"
            @severity( INFO )
            @description( "Added while running." )
            @runbook( "none" )
        when
            %s
        then
            insertLogical( Finding.onAccount( drools, %s ) );
        end
        """
            .formatted(imports, pattern, account));
  }

  private RuleSet onPositions() {
    return withRule(
        "import io.plimsoll.engine.tradovate.entity.Position",
        "$p : Position( netPos != 0 )",
        "$p.accountId()");
  }

  /** True for accounts that nobody else may trade, or while that was not sent. */
  private RuleSet onMissingPermits() {
    return withRule(
        "import io.plimsoll.engine.tradovate.entity.Account\n"
            + "import io.plimsoll.engine.tradovate.entity.TradingPermission",
        "$a : Account() not TradingPermission( accountId == $a.id )",
        "$a.id()");
  }

  private static int syncs(Rig rig) {
    return rig.broker.control().requests("user/syncrequest").size();
  }

  @Test
  void aNewRuleOverKnownFactsJudgesWithoutANewSocket() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitSnapshotTaken();
      rig.reload(onPositions());

      await("told", () -> rig.wasTold("mine.added"));
      assertThat(syncs(rig)).isEqualTo(1);
    }
  }

  @Test
  void aRuleOverOtherTypesWaitsUntilTheyAreSent() {
    try (var rig = new Rig(folder).withPermitAtBroker().following()) {
      rig.store.awaitSnapshotTaken();
      rig.reload(onMissingPermits());
      await("a second sync", () -> syncs(rig) == 2);
      rig.fall();

      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(rig.wasTold("mine.added")).isFalse();
    }
  }

  @Test
  void whatWasOpenIsNeitherToldNorDoneAgain() {
    try (var rig = new Rig(folder).following()) {
      rig.fall();
      await("it is proven", () -> rig.saysLocked(TRAILED));
      rig.reload(onMissingPermits());

      await("the new rule tells", () -> rig.wasTold("mine.added"));
      assertThat(rig.asked.adminActions()).hasSize(2);
      assertThat(rig.timesTold("trailing-drawdown.reached", Status.RESOLVED)).isZero();
    }
  }

  @Test
  void aRuleThatIsGoneLeavesWhatItFoundStanding() {
    try (var rig = new Rig(folder)) {
      rig.start(onPositions());
      await("told", () -> rig.wasTold("mine.added"));
      var without = RigRules.rules(Path.of("../rules/drl"));
      rig.reload(without);
      await("in force", () -> rig.ask(ShardView::rules).equals(List.of(without.version())));
      rig.fall();

      await("it is locked", () -> rig.isLocked(TRAILED));
      assertThat(rig.timesTold("mine.added", Status.RESOLVED)).isZero();
    }
  }

  @Test
  void mendedRulesEndTheQuarantine() {
    try (var rig = new Rig(folder)) {
      rig.start(RigRules.withThrowingRule(folder.resolve("rules")));
      await("it is taken out", () -> rig.wasTold("engine.rule-quarantined"));
      rig.reload(RigRules.rules(Path.of("../rules/drl")));

      await("ended", () -> rig.timesTold("engine.rule-quarantined", Status.RESOLVED) == 1);
    }
  }

  @Test
  void rulesReloadedWhileTheFeedIsDownJudgeWhenItIsBack() {
    try (var rig = new Rig(folder).following()) {
      rig.store.awaitSnapshotTaken();
      rig.broker.control().dropSockets();
      rig.reload(onPositions());

      await("told", () -> rig.wasTold("mine.added"));
      assertThat(syncs(rig)).isEqualTo(2);
    }
  }
}
