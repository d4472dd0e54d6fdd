package io.plimsoll.simulator.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.plimsoll.simulator.ledger.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The vendor's endpoints over HTTP. The method is not enforced, as at the vendor. */
public final class HttpDoor {
  private static final String BEARER = "bearer ";

  private final Desk desk;
  private final Router router;
  private final Sessions sessions;

  public HttpDoor(Desk desk, Router router, Sessions sessions) {
    this.desk = desk;
    this.router = router;
    this.sessions = sessions;
  }

  public void register(RoutesConfig routes) {
    for (var method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT)) {
      var _ = routes.addHttpHandler(method, "/v1/<endpoint>", this::handle);
    }
  }

  private void handle(Context http) {
    JsonNode body;
    try {
      body = http.body().isBlank() ? MissingNode.getInstance() : Json.MAPPER.readTree(http.body());
    } catch (JacksonException e) {
      write(http, new Answer.Failed(400, "The body is not JSON"));
      return;
    }
    var token = bearer(http);
    var call =
        new Call(
            Call.Transport.rest,
            http.pathParam("endpoint"),
            query(http),
            body,
            token,
            sessions.standing(token));
    var answered = new CompletableFuture<Answer>();
    desk.serve(
        call,
        () -> router.route(call),
        new Reply() {
          @Override
          public void answer(Answer answer) {
            answered.complete(answer);
          }

          @Override
          public void lose() {
            answered.cancel(false);
            hangUp(http);
          }
        });
    if (!answered.isCancelled()) {
      write(http, answered.join());
    }
  }

  private static void write(Context http, Answer answer) {
    http.status(answer.status()).contentType("application/json");
    switch (answer) {
      case Answer.Ok(var body) -> http.result(Json.MAPPER.writeValueAsString(body));
      case Answer.Parts(var bodies) ->
          throw new IllegalStateException("Only a socket is answered in parts.");
      case Answer.Failed(var status, var text) -> http.contentType("text/plain").result(text);
      case Answer.Empty(var status) -> http.result("");
    }
  }

  private static void hangUp(Context http) {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static Map<String, String> query(Context http) {
    var query = new LinkedHashMap<String, String>();
    http.queryParamMap().forEach((name, values) -> query.put(name, String.join(",", values)));
    return query;
  }

  private static @Nullable String bearer(Context http) {
    var header = http.header("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
