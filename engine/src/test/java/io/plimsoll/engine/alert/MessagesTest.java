package io.plimsoll.engine.alert;

import static io.plimsoll.engine.alert.Told.NOON;
import static io.plimsoll.engine.alert.Told.episode;
import static io.plimsoll.engine.alert.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding;
import io.plimsoll.engine.session.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void everyReceiverOfTheRouteGetsOne() {
    assertThat(told().messages())
        .extracting(Notification::receiver)
        .containsExactly("desk", "mail");
  }

  @Test
  void theReceiversOfTheRuleGetOneToo() {
    var episode = episode(Stage.ALERT).asking(Restriction.NONE, Set.of("owner", "mail"));
    assertThat(told().of(episode).messages())
        .extracting(Notification::receiver)
        .containsExactly("desk", "mail", "owner");
  }

  @Test
  void anObservedRuleTellsNobody() {
    assertThat(told().of(episode(Stage.OBSERVE)).messages()).isEmpty();
  }

  @Test
  void aRuleThatActsTellsPeopleToo() {
    assertThat(told().of(episode(Stage.ACT)).messages()).hasSize(2);
  }

  @Test
  void aResolvedAlertSaysSoAndSince() {
    var closed = episode(Stage.ALERT).closed(NOON.plusSeconds(60));
    assertThat(told().of(closed).first())
        .returns(Notification.Status.RESOLVED, Notification::status)
        .returns(NOON, Notification::startsAt)
        .returns(NOON.plusSeconds(60), Notification::endsAt);
  }

  @Test
  void aFiringAlertHasNoEnd() {
    assertThat(told().first())
        .returns(Notification.Status.FIRING, Notification::status)
        .returns(null, Notification::endsAt);
  }

  @Test
  void aRouteMayLeaveResolvedAlertsOut() {
    var closed = episode(Stage.ALERT).closed(NOON);
    assertThat(told().of(closed).route(new Route(List.of("mail"), false)).messages()).isEmpty();
  }

  @Test
  void theLabelsAreTheIdentity() {
    assertThat(told().first().labels())
        .isEqualTo(
            Map.of(
                "alertname", "trailing-drawdown.near",
                "account", "1001",
                "subject", "75%",
                "plan", "evaluation-50k",
                "env", "demo",
                "severity", "warning"));
  }

  @Test
  void anAlertOfAShardIsLabelledWithIt() {
    var identity = new Finding.Identity("feed-stale.stale", new Scope.OfShard(3), "");
    var episode = new Episode(identity, NOON, Stage.ALERT, Restriction.NONE, Set.of(), "r1", null);
    assertThat(told().of(episode).about(null).first().labels())
        .containsEntry("shard", "3")
        .doesNotContainKeys("account", "subject", "plan");
  }

  @Test
  void theAnnotationsAreForPeople() {
    assertThat(told().messages("locked", "opened").getFirst().annotations())
        .isEqualTo(
            Map.of(
                "account_name", "EVAL50-1",
                "description", "Much is used up.",
                "runbook_url", "docs/rules/trailing-drawdown.md",
                "ruleset", "r1",
                "value", "equity 48,500.00",
                "limit", "floor 48,000.00",
                "done", "locked"));
  }

  @Test
  void whatIsUnknownIsLeftOut() {
    assertThat(told().about(new Subject("EVAL50-1", "evaluation-50k", null)).first().annotations())
        .doesNotContainKeys("value", "limit", "done");
  }

  @Test
  void theFingerprintLeavesOutTheSeverity() {
    assertThat(told().severity(Severity.CRITICAL).first().fingerprint())
        .isEqualTo(told().first().fingerprint())
        .hasSize(16);
  }

  @Test
  void anotherSubjectIsAnotherFingerprint() {
    var identity = new Finding.Identity("trailing-drawdown.near", new Scope.OfAccount(1001), "90%");
    var other = new Episode(identity, NOON, Stage.ALERT, Restriction.NONE, Set.of(), "r1", null);
    assertThat(told().of(other).first().fingerprint()).isNotEqualTo(told().first().fingerprint());
  }

  @Test
  void theKeyIsTheSameAtEveryTry() {
    assertThat(told().first().key()).isEqualTo(told().first().key()).hasSize(32);
  }

  @Test
  void everyReceiverHasItsOwnKey() {
    assertThat(told().messages()).extracting(Notification::key).doesNotHaveDuplicates();
  }

  @Test
  void everyOccasionHasItsOwnKey() {
    assertThat(told().messages("", "closed").getFirst().key()).isNotEqualTo(told().first().key());
  }

  @Test
  void everyEpisodeHasItsOwnKey() {
    var open = episode(Stage.ALERT);
    var later =
        new Episode(
            open.identity(),
            NOON.plusNanos(1_000),
            open.stage(),
            open.asks(),
            open.tells(),
            open.ruleSet(),
            null);
    assertThat(told().of(later).first().key()).isNotEqualTo(told().first().key());
  }
}
