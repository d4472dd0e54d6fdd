package io.plimsoll.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the simulated broker itself what it was told and how an account stands. */
final class Judge {
  private final String broker;
  private final HttpClient http = HttpClient.newHttpClient();

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

  private JsonNode ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(broker + path)).build();
    return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
