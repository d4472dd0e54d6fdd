package io.plimsoll.notifiers.email;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.notifiers.AlertExample;
import org.junit.jupiter.api.Test;

class EmailTextTest {
  @Test
  void subjectSaysAccountRuleValueLimitAndWhatWasDone() {
    assertThat(subject(drawdown()))
        .isEqualTo(
            "[CRITICAL] EVAL50K-1001 trailing-drawdown.reached: equity 47,985.00, floor 48,000.00;"
                + " liquidate-and-lock ordered");
  }

  @Test
  void subjectOfAResolvedAlertSaysSoInsteadOfTheSeverity() {
    assertThat(subject(drawdown().resolved()))
        .startsWith("[RESOLVED] EVAL50K-1001 trailing-drawdown.reached: ");
  }

  @Test
  void subjectEndsAfterTheRuleWhenNothingElseIsKnown() {
    assertThat(subject(drawdown().withoutAnnotations()))
        .isEqualTo("[CRITICAL] 123456 trailing-drawdown.reached");
  }

  @Test
  void subjectSaysWhatWasDoneWhenNoFiguresAreKnown() {
    assertThat(subject(drawdown().without("value").without("limit")))
        .endsWith("trailing-drawdown.reached: liquidate-and-lock ordered");
  }

  @Test
  void subjectSaysFiringWithoutASeverity() {
    assertThat(subject(drawdown().without("severity"))).startsWith("[FIRING] EVAL50K-1001 ");
  }

  @Test
  void subjectNamesTheShardWhenThereIsNoAccount() {
    assertThat(subject(drawdown().withoutAnnotations().without("account").label("shard", "3")))
        .isEqualTo("[CRITICAL] shard 3 trailing-drawdown.reached");
  }

  @Test
  void subjectTellsOneRungFromAnother() {
    assertThat(subject(drawdown().withoutAnnotations().label("subject", "75%")))
        .isEqualTo("[CRITICAL] 123456 trailing-drawdown.reached (75%)");
  }

  @Test
  void subjectOfFiguresAloneBeginsWithThem() {
    var alert = drawdown().without("account_name").without("done");
    alert.notification().labels().clear();

    assertThat(subject(alert)).isEqualTo("[FIRING] equity 47,985.00, floor 48,000.00");
  }

  @Test
  void lineEndsAndDirectionMarksDoNotReachTheSubject() {
    var mail = drawdown().note("value", "1\r\nBcc: thief@example.org\u2028\u202Ex");

    assertThat(subject(mail)).contains("1 Bcc: thief@example.org x, floor");
  }

  @Test
  void textHasEverythingThatIsKnown() {
    var mail = drawdown().label("subject", "MNQ").resolved();

    assertThat(EmailText.of(mail.notification()).text())
        .isEqualTo(
            """
            [RESOLVED] EVAL50K-1001 trailing-drawdown.reached (MNQ): equity 47,985.00, floor \
            48,000.00; liquidate-and-lock ordered

            Status:      resolved
            Account:     EVAL50K-1001 (123456)
            Rule:        trailing-drawdown.reached
            Subject:     MNQ
            Severity:    critical
            Plan:        eval-50k
            Value:       equity 47,985.00
            Limit:       floor 48,000.00
            Done:        liquidate-and-lock ordered
            Description: The account has fallen to its trailing floor.
            Runbook:     https://example.org/trailing-drawdown?a=1&b=2
            Since:       2026-11-20T15:04:05Z
            Until:       2026-11-20T21:00:00Z
            Environment: demo
            Rule set:    2026.11.1
            Key:         7f3a:ops:1
            """);
  }

  @Test
  void htmlHasEveryRowOfTheText() {
    var alert = drawdown().label("subject", "MNQ").resolved().notification();

    assertThat(AlertRow.of(alert))
        .hasSize(16)
        .allSatisfy(row ->
            assertThat(EmailText.of(alert).html())
                .contains(">" + row.name() + "</th>")
                .contains(row.text().replace("&", "&amp;")));
  }

  @Test
  void nothingUnknownIsPrinted() {
    var alert = drawdown().withoutAnnotations();
    alert.notification().labels().clear();

    var mail = EmailText.of(alert.notification());

    assertThat(mail.subject()).isEqualTo("[FIRING]");
    assertThat(mail.subject() + mail.text() + mail.html())
        .doesNotContain("null", "Account", "Done");
  }

  @Test
  void htmlIsEscapedEverywhere() {
    var evil = "<script>alert(\"1\")</script>'&";
    var alert = drawdown().note("value", evil).note("description", evil).label("account", evil);

    assertThat(EmailText.of(alert.notification()).html())
        .doesNotContain("<script>", "\"1\"", "</script>'")
        .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;");
  }

  @Test
  void onlyAWebAddressBecomesALink() {
    assertThat(html(drawdown()))
        .contains("<a href=\"https://example.org/trailing-drawdown?a=1&amp;b=2\">");
    assertThat(html(drawdown().note("runbook_url", "javascript:alert(1)"))).doesNotContain("href");
    assertThat(html(drawdown().note("runbook_url", "docs/rules/x.md"))).doesNotContain("href");
    assertThat(html(drawdown().note("runbook_url", "http:// no"))).doesNotContain("href");
  }

  @Test
  void htmlLeavesTheColoursToTheReadersScheme() {
    assertThat(html(drawdown()))
        .contains("color-scheme:light dark", "width=device-width", "background:#b3261e")
        .doesNotContain("<style", "<link", "<img");
  }

  private static String subject(AlertExample alert) {
    return EmailText.of(alert.notification()).subject();
  }

  private static String html(AlertExample alert) {
    return EmailText.of(alert.notification()).html();
  }
}
