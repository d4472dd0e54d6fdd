package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.alert.Notification.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sockets and threads; the two accounts fall to different ones. */
class ShardsTest {
  @TempDir Path folder;

  @Test
  void eachShardFollowsItsOwnAccountsAndAllAreActedOn() {
    try (var rig = new Rig(folder).spread(2)) {
      rig.openSecondAccount();
      rig.start();
      rig.awaitQuoted(2);
      rig.fall();

      await("the first is locked", () -> rig.isLocked(TRAILED));
      await("the second is locked", () -> rig.isLocked(SECOND));
      assertThat(rig.asked.adminActions(TRAILED)).hasSize(2);
      assertThat(rig.asked.adminActions(SECOND)).hasSize(2);
      assertThat(rig.asked.remainders()).containsExactlyInAnyOrder(0, 1);
    }
  }

  @Test
  void anotherNumberOfShardsForgetsNothingAndRepeatsNothing() {
    try (var rig = new Rig(folder)) {
      rig.openSecondAccount();
      rig.start();
      rig.awaitQuoted(1);
      rig.fall();
      await("both are locked", () -> rig.isLocked(TRAILED) && rig.isLocked(SECOND));
      await("it is known", () -> rig.saysLocked(TRAILED) && rig.saysLocked(SECOND));
      rig.stop();
      rig.spread(3).start();
      await("three snapshots", () -> rig.asked.remainders().size() == 3);
      rig.release(TRAILED);
      rig.release(SECOND);

      await(
          "both releases are told",
          () -> rig.timesTold("trailing-drawdown.reached", Status.RESOLVED) == 2);
      assertThat(rig.asked.adminActions(TRAILED)).hasSize(2);
      assertThat(rig.asked.adminActions(SECOND)).hasSize(2);
    }
  }

  @Test
  void anAlertOfTheBrokersAboutAnAccountIsFoundOnceWhateverTheShards() {
    var rules =
        RigRules.withOwn(
            folder.resolve("rules"),
            """
            package my.rules
            import io.plimsoll.engine.session.Finding
            import io.plimsoll.engine.tradovate.entity.AdminAlertSignal

            rule "mine.alerted"
                @severity( INFO )
                @description( "The broker has raised an alert about the account." )
                @runbook( "none" )
            when
                $alert : AdminAlertSignal( relatedToAccountId != null )
            then
                insertLogical( Finding.onAccount( drools, $alert.relatedToAccountId() ) );
            end
            """);
    try (var rig = new Rig(folder).spread(2)) {
      rig.openSecondAccount();
      assertThat(rig.broker.control().raiseAlert(TRAILED, "Below the margin")).isPositive();
      rig.start(rules);
      rig.awaitQuoted(2);
      rig.fall();
      await("both are locked", () -> rig.isLocked(TRAILED) && rig.isLocked(SECOND));
      assertThat(rig.timesToldInAll(TRAILED)).isPositive();
      assertThat(rig.timesTold("mine.alerted", Status.FIRING)).isOne();
    }
  }

  @Test
  void theFeedOfAShardThatIsNoMoreIsNoLongerStale() {
    try (var rig = new Rig(folder).spread(2)) {
      rig.start();
      await("both snapshots", () -> rig.asked.remainders().size() == 2);
      rig.broker.control().shutdownSockets("ConnectionQuotaReached");
      await("both are stale", () -> rig.timesTold("feed-stale.stale", Status.FIRING) == 2);
      rig.stop();
      rig.spread(1).start();

      await("both are told ended", () -> rig.timesTold("feed-stale.stale", Status.RESOLVED) == 2);
    }
  }
}
