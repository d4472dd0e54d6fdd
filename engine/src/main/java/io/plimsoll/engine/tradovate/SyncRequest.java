package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code user/syncrequest} and the reading of its answers.
 *
 * @param shard remainder of the account ids this socket follows
 * @param shards divisor; 1 follows everything and sends no sharding expression
 */
public record SyncRequest(Collection<EntityType> types, int shard, int shards) {
  static final String ENDPOINT = "user/syncrequest";

  public String body() {
    return request().toString();
  }

  /** The same after a penalty, with the ticket that was given for it. */
  String body(String ticket) {
    return request().put("p-ticket", ticket).toString();
  }

  /** {@code splitResponses} is always said: without it the vendor cuts some clients off. */
  private ObjectNode request() {
    var body = FrameReader.JSON.createObjectNode();
    body.put("splitResponses", true);
    var names = body.putArray("entityTypes");
    types.stream().map(EntityType::wireName).sorted().forEach(names::add);
    if (shards > 1) {
      var expression = body.putObject("shardingExpression");
      expression.put("expressionType", "modAccountId");
      expression.put("divisor", shards);
      expression.put("remainder", shard);
    }
    return body;
  }

  /**
   * One answer, whole or a part: a SyncMessage of collections or an array of props items. Later
   * parts win over earlier ones.
   */
  static List<Message> read(JsonNode body) {
    if (body.isArray()) {
      return FrameReader.props(body);
    }
    var changes = new ArrayList<EntityChange>();
    var messages = new ArrayList<Message>();
    for (var type : EntityType.values()) {
      for (var entity : body.path(type.collection())) {
        var change = FrameReader.change(type.wireName(), false, entity, messages);
        if (change != null) {
          changes.add(change);
        }
      }
    }
    messages.addFirst(new Message.Props(changes));
    return messages;
  }
}
