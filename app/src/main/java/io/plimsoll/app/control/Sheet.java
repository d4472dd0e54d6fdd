package io.plimsoll.app.control;

import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.shard.Standing;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where an account stands, for programs. Amounts are numbers in dollars, unknown ones null. */
final class Sheet {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Sheet() {}

  static ObjectNode json(Standing standing) {
    var sheet = JSON.createObjectNode();
    sheet
        .put("account", standing.accountId())
        .put("name", standing.name())
        .put("live", standing.live());
    sheet.set("plan", plan(standing.plan()));
    sheet.set("written", plan(standing.written()));
    sheet.set("assigned", JSON.valueToTree(standing.assigned()));
    var custody = standing.custody();
    sheet
        .putObject("restriction")
        .put("required", custody.required().word())
        .put("atBroker", standing.view().adminAction().name())
        .put("ours", custody.isOurs(standing.view()))
        .put("proof", LimitText.word(standing.states().proof()));
    var session = sheet.putObject("session");
    session.set("date", JSON.valueToTree(standing.risk().session()));
    session.put("anchorPending", standing.states().anchorPending());
    session.put("quality", LimitText.word(standing.states().quality()));
    sheet.set("figures", JSON.valueToTree(standing.figures()));
    sheet.set("limits", JSON.valueToTree(LimitLines.of(standing)));
    var latched = sheet.putArray("latched");
    standing
        .risk()
        .latches()
        .open()
        .values()
        .forEach(latch ->
            latched
                .addObject()
                .put("limit", latch.limit())
                .put("since", latch.since().toString())
                .put("until", LimitText.word(latch.until()))
                .put("asksFor", latch.consequence().word())
                .put("wanted", latch.wanted().word()));
    standing.risk().latches().disarmed().forEach(sheet.putArray("disarmed")::add);
    standing.risk().marks().signs().forEach(sheet.putArray("signs")::add);
    return sheet;
  }

  private static ObjectNode plan(Plan plan) {
    var effective = plan.effective();
    return JSON.createObjectNode()
        .put("name", plan.name())
        .put("version", plan.version())
        .put("effective", effective == null ? null : effective.toString());
  }
}
