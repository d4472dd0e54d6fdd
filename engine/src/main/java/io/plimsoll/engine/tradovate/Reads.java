package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.AdminAlertSignal;
import io.plimsoll.engine.tradovate.entity.BadEntityException;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads over REST what the sync does not bring. Blocks until answered. The broker caps the size of
 * its answers at a number it does not tell, so a long list may lack its end.
 */
public final class Reads {
  private static final int IDS_IN_ONE_CALL = 100;
  private static final Duration AFTER_LIMIT = Duration.ofSeconds(30);
  private static final Duration AFTER_RENEWAL = Duration.ofMinutes(1);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);

  private final Calls calls;

  public Reads(Rest rest, Tokens tokens) {
    this.calls = new Calls(rest, tokens);
  }

  /** The one with this id. For a 1:1 entity that is the account's id. */
  public Read<Entity> item(EntityType type, long id) {
    return get(type, "item?id=" + id);
  }

  /** Those of these ids that there are. */
  public Read<Entity> items(EntityType type, Collection<Long> ids) {
    return each(type, "items?ids=", ids);
  }

  /** Those that belong to this master: of an order its account, of a fill its order, and so on. */
  public Read<Entity> deps(EntityType type, long masterId) {
    return get(type, "deps?masterid=" + masterId);
  }

  /** Those that belong to one of these masters. */
  public Read<Entity> ldeps(EntityType type, Collection<Long> masterIds) {
    return each(type, "ldeps?masterids=", masterIds);
  }

  /**
   * All that the user may see. Types kept for each account, such as cash movements, have no list.
   */
  public Read<Entity> list(EntityType type) {
    return get(type, "list");
  }

  /** The movements of cash on an account. */
  public Read<CashBalanceLog> cashMovements(long accountId) {
    return deps(EntityType.CASH_BALANCE_LOG, accountId).map(CashBalanceLog.class::cast);
  }

  /** The alerts that the broker has raised for its admins, its own liquidations among them. */
  public Read<AdminAlertSignal> adminAlerts() {
    return list(EntityType.ADMIN_ALERT_SIGNAL).map(AdminAlertSignal.class::cast);
  }

  /**
   * What an account is worth now, by the broker's own reckoning. The vendor asks not to poll this:
   * it is for a comparison now and then.
   */
  public Read<CashBalanceSnapshot> cashBalanceSnapshot(long accountId) {
    var body = Json.MAPPER.createObjectNode().put("accountId", accountId);
    return read(calls.post("cashBalance/getcashbalancesnapshot", body), Reads::snapshot);
  }

  private Read<Entity> get(EntityType type, String operation) {
    var answer = calls.get(type.wireName() + "/" + operation);
    return read(answer, body -> entities(type, body));
  }

  /** In several calls where there are many ids: all of them are answered, or none. */
  private Read<Entity> each(EntityType type, String operation, Collection<Long> ids) {
    var found = new ArrayList<Entity>();
    var odd = new ArrayList<Message.Odd>();
    var unreadable = new ArrayList<EntityChange.Unreadable>();
    var distinct = ids.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += IDS_IN_ONE_CALL) {
      var some = distinct.subList(from, Math.min(distinct.size(), from + IDS_IN_ONE_CALL));
      var text = some.stream().map(String::valueOf).collect(Collectors.joining(","));
      var read = get(type, operation + text);
      if (!(read instanceof Read.Found<Entity>(var entities, var oddOnes, var bad))) {
        return read;
      }
      found.addAll(entities);
      odd.addAll(oddOnes);
      unreadable.addAll(bad);
    }
    return new Read.Found<>(found, odd, unreadable);
  }

  private static Read.Found<Entity> entities(EntityType type, JsonNode body) {
    var found = new ArrayList<Entity>();
    var unreadable = new ArrayList<EntityChange.Unreadable>();
    var messages = new ArrayList<Message>();
    for (var one : body.isObject() ? List.of(body) : body) {
      var change = FrameReader.change(type.wireName(), false, one, messages);
      if (change instanceof EntityChange.Upsert(var entity)) {
        found.add(entity);
      } else if (change instanceof EntityChange.Unreadable bad) {
        unreadable.add(bad);
      }
    }
    return new Read.Found<>(found, odd(messages), unreadable);
  }

  private static Read.Found<CashBalanceSnapshot> snapshot(JsonNode body) {
    var fields = new Fields(body);
    var messages = new ArrayList<Message>();
    try {
      var snapshot = CashBalanceSnapshot.read(fields);
      for (var complaint : fields.complaints()) {
        messages.add(new Message.Odd("field:cashBalanceSnapshot", complaint));
      }
      return new Read.Found<>(List.of(snapshot), odd(messages));
    } catch (BadEntityException bad) {
      var text = bad.getMessage() + " in " + body;
      return new Read.Found<>(
          List.of(), List.of(new Message.Odd("entity:bad-cashBalanceSnapshot", text)));
    }
  }

  private static List<Message.Odd> odd(List<Message> messages) {
    return messages.stream()
        .filter(Message.Odd.class::isInstance)
        .map(Message.Odd.class::cast)
        .toList();
  }

  private static <T> Read<T> read(Answer answer, Function<JsonNode, Read.Found<T>> reader) {
    return switch (answer) {
      case Answer.Ok(var body) -> reader.apply(body);
      case Answer.Refused(var reason) when reason.startsWith("status 404") ->
          new Read.Absent<>(reason);
      case Answer.Refused(var reason) -> new Read.Refused<>(reason);
      case Answer.Penalty _ -> new Read.Later<>("penalty", after(answer));
      case Answer.Limited(var status, var wait) ->
          new Read.Later<>("status " + status, after(answer));
      case Answer.NotSent(var reason, var pause) -> new Read.Later<>(reason, pause);
      case Answer.Unauthorized(var reason) -> new Read.Later<>(reason, after(answer));
      case Answer.Unreachable(var reason) -> new Read.Later<>(reason, after(answer));
      case Answer.Unclear(var reason) -> new Read.Later<>(reason, after(answer));
    };
  }

  /** How long to wait after this answer before the next call. */
  static Duration after(Answer answer) {
    return switch (answer) {
      case Answer.Penalty(var ticket, var delay, var captcha) -> captcha ? AFTER_CAPTCHA : delay;
      case Answer.Limited(var status, var wait) -> wait == null ? AFTER_LIMIT : wait;
      case Answer.NotSent(var reason, var pause) -> pause;
      case Answer.Unauthorized _ -> AFTER_RENEWAL;
      case Answer.Ok _, Answer.Refused _, Answer.Unreachable _, Answer.Unclear _ -> Duration.ZERO;
    };
  }
}
