package io.plimsoll.app.control;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.plimsoll.engine.shard.Command;
import io.plimsoll.engine.shard.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets people ask and order a running engine. It listens on loopback only, at a port that the data
 * folder tells, and answers who knows the token in it.
 */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int PATIENCE_SECONDS = 15;

  private final Engine engine;
  private final Path folder;
  private final Javalin server;
  private final byte[] token;

  private ControlServer(Engine engine, Path folder) throws IOException {
    this.engine = engine;
    this.folder = folder;
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.http.defaultContentType = "application/json";
          register(config.routes);
        });
    server.start("127.0.0.1", 0);
    var file = ControlFile.of(server.port());
    this.token = bearer(file.token());
    file.write(folder);
  }

  /**
   * @param folder the engine's data folder
   * @throws IOException when the folder cannot be written to
   */
  public static ControlServer start(Engine engine, Path folder) throws IOException {
    return new ControlServer(engine, folder);
  }

  private void register(RoutesConfig routes) {
    var _ = routes.before(this::letIn);
    var _ = routes.addHttpHandler(HandlerType.GET, "/accounts/{id}", this::show);
    order(routes, "unlock", ControlServer::unlock);
    order(routes, "rebase", ControlServer::rebase);
    order(routes, "plan", ControlServer::assign);
  }

  private void letIn(Context http) {
    var given = http.header("Authorization");
    if (given == null || !MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
      refuse(http, 401, "The token is not the one in the engine's data folder.");
      var _ = http.skipRemainingHandlers();
    }
  }

  private static byte[] bearer(String token) {
    return ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  private void show(Context http) {
    var account = account(http);
    if (account == null) {
      return;
    }
    var standing = await(http, engine.standing(account));
    if (standing == null) {
      return;
    }
    standing.ifPresentOrElse(
        found -> write(http, Sheet.json(found)),
        () ->
            refuse(
                http,
                404,
                "The account (%d) is not followed, or not known yet. Check its id, and broker.follow."
                    .formatted(account)));
  }

  /** Reads an order for this account from its body. */
  @FunctionalInterface
  private interface Reader {
    Command read(long account, JsonNode body);
  }

  private void order(RoutesConfig routes, String what, Reader reader) {
    var _ =
        routes.addHttpHandler(
            HandlerType.POST, "/accounts/{id}/" + what, http -> carryOut(http, reader));
  }

  private void carryOut(Context http, Reader reader) {
    var account = account(http);
    if (account == null) {
      return;
    }
    Command command;
    try {
      command = reader.read(account, JsonMapper.shared().readTree(http.body()));
    } catch (JacksonException notJson) {
      refuse(http, 400, "The body is not JSON: " + notJson.getOriginalMessage());
      return;
    }
    if (command.by().isBlank() || command.reason().isBlank()) {
      refuse(http, 400, "Who orders this, and why, is missing: by, reason.");
      return;
    }
    var answer = await(http, engine.order(command));
    switch (answer) {
      case Command.Answer.Done(var text) ->
          write(http, JsonMapper.shared().createObjectNode().put("done", text));
      case Command.Answer.Refused(var text) -> refuse(http, 409, text);
      case null -> {}
    }
  }

  private static Command unlock(long account, JsonNode body) {
    return new Command.Unlock(account, text(body, "by"), text(body, "reason"));
  }

  private static Command rebase(long account, JsonNode body) {
    return new Command.Rebase(account, text(body, "by"), text(body, "reason"));
  }

  private static Command assign(long account, JsonNode body) {
    var plan = text(body, "plan");
    return new Command.Assign(
        account,
        text(body, "by"),
        text(body, "reason"),
        plan.isEmpty() ? null : plan,
        body.path("atOnce").asBoolean(false));
  }

  private static String text(JsonNode body, String field) {
    return body.path(field).asString("");
  }

  /** Null when it is answered already. */
  private static @Nullable Long account(Context http) {
    var text = http.pathParam("id");
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notAnId) {
      refuse(
          http, 400, "An account is named by its number, and this is none: (%s).".formatted(text));
      return null;
    }
  }

  /** Null when it is answered already. */
  private static <T> @Nullable T await(Context http, CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException busy) {
      refuse(
          http,
          503,
          "The engine did not answer in %d s. What was ordered may still be done: look before you order it again."
              .formatted(PATIENCE_SECONDS));
    } catch (ExecutionException failed) {
      LOG.atError().setMessage("question not answered").setCause(failed.getCause()).log();
      refuse(http, 500, "The engine could not answer; its log says why.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      refuse(http, 503, "The engine is stopping.");
    }
    return null;
  }

  private static void refuse(Context http, int status, String why) {
    var _ = http.status(status);
    write(http, JsonMapper.shared().createObjectNode().put("refused", why));
  }

  private static void write(Context http, JsonNode body) {
    var _ = http.result(body.toString());
  }

  @Override
  public void close() {
    try {
      ControlFile.remove(folder);
    } catch (IOException staysBehind) {
      LOG.atWarn().setMessage("control file not removed").setCause(staysBehind).log();
    }
    var _ = server.stop();
  }
}
