package io.plimsoll.notifiers.webhook;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookBodyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void isAlertmanagersVersion4() {
    var alert = drawdown().withoutAnnotations().note("done", "locked").notification();

    assertThat(JSON.readTree(WebhookBody.json(alert)))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "version": "4",
                  "groupKey": "{}:{account=\\"123456\\", alertname=\\"trailing-drawdown.reached\\", \
                env=\\"demo\\", plan=\\"eval-50k\\"}",
                  "truncatedAlerts": 0,
                  "status": "firing",
                  "receiver": "ops",
                  "groupLabels": {"account": "123456", "alertname": "trailing-drawdown.reached",
                    "env": "demo", "plan": "eval-50k"},
                  "commonLabels": {"account": "123456", "alertname": "trailing-drawdown.reached",
                    "env": "demo", "plan": "eval-50k", "severity": "critical"},
                  "commonAnnotations": {"done": "locked"},
                  "externalURL": "",
                  "alerts": [{
                    "status": "firing",
                    "labels": {"account": "123456", "alertname": "trailing-drawdown.reached",
                      "env": "demo", "plan": "eval-50k", "severity": "critical"},
                    "annotations": {"done": "locked"},
                    "startsAt": "2026-11-20T15:04:05Z",
                    "endsAt": "0001-01-01T00:00:00Z",
                    "generatorURL": "",
                    "fingerprint": "0123456789abcdef"
                  }]
                }
                """));
  }

  @Test
  void saysWhenAResolvedAlertEnded() {
    var body = JSON.readTree(WebhookBody.json(drawdown().resolved().notification()));

    assertThat(body.at("/status").asString()).isEqualTo("resolved");
    assertThat(body.at("/alerts/0/status").asString()).isEqualTo("resolved");
    assertThat(body.at("/alerts/0/endsAt").asString()).isEqualTo("2026-11-20T21:00:00Z");
  }

  @Test
  void groupStaysTheSameWhenTheSeverityRises() {
    var warning = WebhookBody.json(drawdown().label("severity", "warning").notification());
    var critical = WebhookBody.json(drawdown().notification());

    assertThat(JSON.readTree(warning).at("/groupKey"))
        .isEqualTo(JSON.readTree(critical).at("/groupKey"));
  }

  @Test
  void quotesInALabelDoNotBreakTheGroupKey() {
    var body = JSON.readTree(WebhookBody.json(drawdown().label("account", "a\"}").notification()));

    assertThat(body.at("/groupKey").asString()).startsWith("{}:{account=\"a\\\"}\", alertname=");
  }
}
