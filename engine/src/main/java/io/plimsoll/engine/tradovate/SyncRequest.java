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
 * @param types what is asked for, of the types that the sync knows
 * @param shard which of the sockets this is: the remainder of the ids it follows
 */
public record SyncRequest(Collection<EntityType> types, Following following, int shard) {
  static final String ENDPOINT = "user/syncrequest";

  /**
   * @throws IllegalArgumentException when there is no such shard
   */
  public SyncRequest {
    types = List.copyOf(types);
    if (shard < 0 || shard >= following.shards()) {
      throw new IllegalArgumentException(
          "shard (%d) must be from 0 to less than shards (%d)."
              .formatted(shard, following.shards()));
    }
  }

  public String body() {
    return request().toString();
  }

  /** The same after a penalty, with the ticket that was given for it. */
  String body(String ticket) {
    return request().put("p-ticket", ticket).toString();
  }

  /** {@code splitResponses} is always said: without it the vendor cuts some clients off. */
  private ObjectNode request() {
    var body = Json.MAPPER.createObjectNode();
    body.put("splitResponses", true);
    if (following.users().isEmpty()) {
      var names = body.putArray("entityTypes");
      types.stream().map(EntityType::wireName).sorted().forEach(names::add);
    } else {
      var users = body.putArray("users");
      following.users().stream().sorted().forEach(users::add);
    }
    if (!following.accounts().isEmpty()) {
      var accounts = body.putArray("accounts");
      following.accounts().stream().sorted().forEach(accounts::add);
    }
    if (following.shards() > 1) {
      body.putObject("shardingExpression")
          .put("expressionType", following.by().wireName())
          .put("divisor", following.shards())
          .put("remainder", shard);
    }
    if (following.cutoff() != null) {
      body.put("cutoffTimestamp", following.cutoff().toString());
    }
    if (following.fullOrganization()) {
      body.put("fullOrgSnapshot", true);
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
