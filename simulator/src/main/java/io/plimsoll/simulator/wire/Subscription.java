package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.rest.Call;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What one socket may see, from the first response on. Empty sets mean everything, as for a retail
 * user.
 */
record Subscription(
    Set<String> entityTypes, Set<Long> users, Set<Long> accounts, Optional<Shard> shard) {
  /** Accounts, or users, whose id leaves this remainder. Reference entities are on every shard. */
  record Shard(boolean byUser, long divisor, long remainder) {}

  /** What is wrong with a sync request; empty when nothing is. */
  static Optional<String> complaint(Call call) {
    if (!call.body().path("users").isEmpty() && !call.body().path("entityTypes").isEmpty()) {
      return Optional.of("users cannot be used together with entityTypes");
    }
    var shard = call.body().path("shardingExpression");
    if (!shard.isObject()) {
      return Optional.empty();
    }
    if (!call.body().path("users").isEmpty() || !call.body().path("accounts").isEmpty()) {
      return Optional.of("users and accounts cannot be used together with shardingExpression");
    }
    var type = shard.path("expressionType").asString("");
    if (!type.equals("modAccountId") && !type.equals("modUserId")) {
      return Optional.of("expressionType (%s) must be modAccountId or modUserId".formatted(type));
    }
    var divisor = shard.path("divisor").asLong(0);
    var remainder = shard.path("remainder").asLong(-1);
    return divisor < 1 || remainder < 0 || remainder >= divisor
        ? Optional.of(
            "divisor (%d) must be positive and remainder (%d) from 0 to less than it"
                .formatted(divisor, remainder))
        : Optional.empty();
  }

  /** From a sync request without a complaint. */
  static Subscription of(Call call) {
    var shard = call.body().path("shardingExpression");
    return new Subscription(
        call.body()
            .path("entityTypes")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet()),
        ids(call, "users"),
        ids(call, "accounts"),
        shard.isObject()
            ? Optional.of(
                new Shard(
                    shard.path("expressionType").asString("").equals("modUserId"),
                    shard.path("divisor").asLong(1),
                    shard.path("remainder").asLong(0)))
            : Optional.empty());
  }

  boolean sees(Change change, Books books) {
    return seesType(change.type()) && seesAccount(change.account(), books);
  }

  boolean sees(Entity entity, Books books) {
    return seesType(entity.type()) && seesAccount(books.ownerOf(entity), books);
  }

  /** Of what is read by REST, signals to administrators are told; the rest must be asked for. */
  boolean seesType(EntityType type) {
    if (type.equals(EntityType.OTHER_ALERT_SIGNAL)) {
      return true;
    }
    return entityTypes.isEmpty()
        ? type.inSync() || type.equals(EntityType.ADMIN_ALERT_SIGNAL)
        : entityTypes.contains(type.name());
  }

  private boolean seesAccount(OptionalLong owner, Books books) {
    if (owner.isEmpty()) {
      return true;
    }
    var account = owner.getAsLong();
    var user = users.isEmpty() && shard.filter(Shard::byUser).isEmpty() ? 0 : user(account, books);
    return (accounts.isEmpty() || accounts.contains(account))
        && (users.isEmpty() || users.contains(user))
        && shard
            .filter(each -> (each.byUser() ? user : account) % each.divisor() != each.remainder())
            .isEmpty();
  }

  private static long user(long account, Books books) {
    return books.find(EntityType.ACCOUNT, account).map(entity -> entity.whole("userId")).orElse(0L);
  }

  private static Set<Long> ids(Call call, String field) {
    return call.body().path(field).valueStream().map(JsonNode::asLong).collect(Collectors.toSet());
  }
}
