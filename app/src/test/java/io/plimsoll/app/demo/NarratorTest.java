package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarratorTest {
  @Test
  void countsHaveTheirPlural() {
    says(
        logged("snapshot complete", "accounts", "1", "contracts", "4"),
        "broker",
        "snapshot of 1 account, 4 contracts held");
    says(
        logged("engine started", "rules", "17", "ruleset", "abc", "plans", "1"),
        "engine",
        "started with 17 rules (version abc) and 1 plan");
  }

  @Test
  void anAlertNamesItsRuleItsSubjectAndTheAccount() {
    says(
        logged(
            "alert opened",
            "rule",
            "trailing-drawdown.near",
            "subject",
            "75%",
            "name",
            "EVAL50K-1001",
            "severity",
            "WARNING"),
        "rule",
        "WARNING trailing-drawdown.near/75%: EVAL50K-1001");
  }

  @Test
  void anAlertOfNoAccountNamesItsScope() {
    says(
        logged("alert closed", "rule", "feed-stale.stale", "scope", "shard:0"),
        "rule",
        "cleared feed-stale.stale: shard:0");
  }

  @Test
  void aMoveIsToldInColumnsByWhoKnowsTheFigures() {
    var moved = logged("account moved", "name", "A", "plan", "p", "equity", "1.00");
    says(moved, "facts", Standing.of(moved).orElseThrow().text());
  }

  @Test
  void aKillIsTold() {
    says(new Happening.Killed(), "KILL -9", "the engine is killed, and started again");
  }

  @Test
  void aForgedWebhookIsToldLoudly() {
    var forged = new Happening.Hooked("r.s", "A", "p", "", "firing", "", false);
    assertThat(Narrator.tell(forged).orElseThrow().text()).contains("SIGNATURE WRONG");
  }

  @Test
  void whatIsOnlyObservedIsNoise() {
    assertThat(Narrator.tell(logged("alert opened", "stage", "OBSERVE"))).isEmpty();
    assertThat(Narrator.tell(logged("link up"))).isEmpty();
  }

  @Test
  void aFaultIsToldAsTheLogTellsIt() {
    says(
        logged("link down", "link", "shard-0", "reason", "silent for 10 s"),
        "engine",
        "link down link=shard-0 reason=\"silent for 10 s\"");
  }

  private static void says(Happening happening, String speaker, String text) {
    assertThat(Narrator.tell(happening)).contains(new Narrator.Line(speaker, text));
  }

  static Happening.Logged logged(String event, String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return new Happening.Logged(event, fields);
  }
}
