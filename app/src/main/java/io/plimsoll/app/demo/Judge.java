package io.plimsoll.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the simulated broker itself what it was told and how an account stands. */
final class Judge {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String broker;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  Judge(String broker) {
    this.broker = broker;
  }

  /** The admin actions that the broker was asked to set on an account, in order. */
  List<String> adminActions(long account) throws IOException, InterruptedException {
    var actions = new ArrayList<String>();
    for (var request : ask("/sim/requests?endpoint=accountRiskStatus/setadminautoliqaction")) {
      if (request.path("body").path("accountId").asLong() == account) {
        actions.add(request.path("body").path("adminAction").asString(""));
      }
    }
    return actions;
  }

  boolean isFlat(long account) throws IOException, InterruptedException {
    return ask("/sim/accounts/" + account).path("netPos").isEmpty();
  }

  String adminAction(long account) throws IOException, InterruptedException {
    return ask("/sim/accounts/" + account).path("adminAction").asString("Normal");
  }

  /** What is not a plain answer proves nothing, least of all that an account is flat. */
  private JsonNode ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(broker + path)).timeout(TIMEOUT).build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("status %d: %s".formatted(answer.statusCode(), answer.body()));
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException | JacksonException failed) {
      throw new IOException(
          "The simulated broker (%s%s) does not answer: %s".formatted(broker, path, failed),
          failed);
    }
  }
}
