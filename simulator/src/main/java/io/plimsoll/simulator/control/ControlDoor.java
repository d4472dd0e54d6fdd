package io.plimsoll.simulator.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.plimsoll.simulator.fault.DurationText;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.rest.RequestLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link Control} over HTTP, without a token: the simulator listens on loopback only. What cannot
 * be done is 400 with {@code error}.
 */
public final class ControlDoor {
  private final Control control;

  public ControlDoor(Control control) {
    this.control = control;
  }

  public void register(RoutesConfig routes) {
    get(
        routes,
        "/sim/requests",
        http -> Json.array(requests(http).map(RequestLog.Entry::json).toList()));
    get(
        routes,
        "/sim/accounts/{id}",
        http -> control.account(Long.parseLong(http.pathParam("id"))).json());
    get(
        routes,
        "/sim/books",
        http ->
            Json.array(
                control.all(Optional.ofNullable(http.queryParam("type")).orElse("")).stream()
                    .map(Entity::fields)
                    .toList()));
    post(routes, "/sim/session", body -> control.newSession());
    answer(
        routes,
        "/sim/alert",
        body ->
            Json.object()
                .put("id", control.raiseAlert(Json.whole(body, "accountId"), text(body, "text"))));
    post(
        routes,
        "/sim/price",
        body -> control.setPrice(text(body, "symbol"), decimal(body, "price")));
    post(
        routes,
        "/sim/cash",
        body -> control.setCash(Json.whole(body, "accountId"), decimal(body, "amount")));
    answer(routes, "/sim/order", this::order);
    post(
        routes,
        "/sim/admin",
        body -> control.administer(Json.whole(body, "accountId"), Json.text(body, "adminAction")));
    post(
        routes,
        "/sim/account",
        body -> control.openAccount(Json.MAPPER.treeToValue(body, Opening.class)));
    post(routes, "/sim/entity", this::entity);
    post(routes, "/sim/frame", body -> control.sendFrame(text(body, "text")));
    post(routes, "/sim/drop", body -> control.dropSockets());
    post(
        routes,
        "/sim/shutdown",
        body ->
            control.shutdownSockets(
                Json.text(body, "reasonCode").orElse("Maintenance"),
                Json.text(body, "window").map(DurationText::parse).orElse(Duration.ZERO)));
    post(routes, "/sim/expire", body -> control.expireTokens());
    answer(
        routes,
        "/sim/fault",
        body -> Json.object().put("ok", true).put("struck", control.fault(body)));
    get(routes, "/sim/faults", http -> control.injections().json());
    post(routes, "/sim/calm", body -> control.clearFaults());
    post(routes, "/sim/tick", body -> control.tick());
    post(routes, "/sim/freeze", body -> control.freeze());
  }

  private Stream<RequestLog.Entry> requests(Context http) {
    var endpoint = http.queryParam("endpoint");
    return (endpoint == null ? control.requests() : control.requests(endpoint)).stream();
  }

  private JsonNode order(JsonNode body) {
    var ticket =
        new Ticket(
            Json.whole(body, "accountId"),
            text(body, "symbol"),
            Side.valueOf(text(body, "action")),
            (int) Json.whole(body, "qty"),
            Json.text(body, "orderType").orElse("Market"),
            Json.decimal(body, "price").orElse(null),
            null,
            false);
    return switch (control.order(ticket)) {
      case Outcome.Accepted(var id) -> Json.object().put("orderId", id);
      case Outcome.Refused(var reason, var why) ->
          Json.object().put("failureReason", reason).put("failureText", why);
    };
  }

  private void entity(JsonNode body) {
    if (!(body.path("entity") instanceof ObjectNode fields)) {
      throw new IllegalArgumentException("entity must be a JSON object.");
    }
    control.sendEntity(
        text(body, "entityType"),
        Change.Kind.valueOf(Json.text(body, "eventType").orElse("Updated")),
        fields);
  }

  private static void get(RoutesConfig routes, String path, Function<Context, JsonNode> answer) {
    var _ =
        routes.addHttpHandler(HandlerType.GET, path, http -> write(http, () -> answer.apply(http)));
  }

  private static void post(RoutesConfig routes, String path, Consumer<JsonNode> action) {
    answer(
        routes,
        path,
        body -> {
          action.accept(body);
          return Json.object().put("ok", true);
        });
  }

  private static void answer(
      RoutesConfig routes, String path, Function<JsonNode, JsonNode> action) {
    var _ =
        routes.addHttpHandler(
            HandlerType.POST,
            path,
            http ->
                write(
                    http,
                    () -> {
                      var text = http.body();
                      return action.apply(
                          text.isBlank() ? Json.object() : Json.MAPPER.readTree(text));
                    }));
  }

  private static void write(Context http, Supplier<JsonNode> answer) {
    http.contentType("application/json");
    try {
      http.result(Json.MAPPER.writeValueAsString(answer.get()));
    } catch (IllegalArgumentException | JacksonException e) {
      var error =
          Json.object().put("error", Optional.ofNullable(e.getMessage()).orElse("not understood"));
      http.status(400).result(Json.MAPPER.writeValueAsString(error));
    }
  }

  private static String text(JsonNode body, String field) {
    return Json.text(body, field)
        .orElseThrow(
            () -> new IllegalArgumentException("%s (a text) is required.".formatted(field)));
  }

  private static BigDecimal decimal(JsonNode body, String field) {
    return Json.decimal(body, field)
        .orElseThrow(
            () -> new IllegalArgumentException("%s (a number) is required.".formatted(field)));
  }
}
