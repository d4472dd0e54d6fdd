package io.plimsoll.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import tools.jackson.databind.JsonNode;

/** The REST side of the independent client. */
final class Rest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<Simulator, String> TOKENS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Simulator broker;
  private final String token;

  private Rest(Simulator broker, String token) {
    this.broker = broker;
    this.token = token;
  }

  static Rest loggedIn(Simulator broker) {
    return new Rest(broker, token(broker));
  }

  static Rest stranger(Simulator broker) {
    return new Rest(broker, "");
  }

  Rest with(String otherToken) {
    return new Rest(broker, otherToken);
  }

  /** One login for each broker: the third would displace the first. */
  static String token(Simulator broker) {
    return TOKENS.computeIfAbsent(broker, Rest::login);
  }

  static String login(Simulator broker) {
    return stranger(broker)
        .post("auth/accesstokenrequest", "{'name':'demo','password':'demo'}")
        .path("accessToken")
        .asString("");
  }

  JsonNode get(String pathAndQuery) {
    return json(send(request(broker.restUri() + "/" + pathAndQuery).GET()));
  }

  /** Single quotes in the body stand for double ones. */
  JsonNode post(String path, String body) {
    return json(answer(path, body));
  }

  HttpResponse<String> answer(String path, String body) {
    return send(
        request(broker.restUri() + "/" + path)
            .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  JsonNode sim(String path, String body) {
    return json(
        send(
            request("http://127.0.0.1:" + broker.port() + "/sim/" + path)
                .POST(BodyPublishers.ofString(body.replace('\'', '"')))));
  }

  JsonNode sim(String path) {
    return json(send(request("http://127.0.0.1:" + broker.port() + "/sim/" + path).GET()));
  }

  private HttpRequest.Builder request(String uri) {
    var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Wire.JSON.readTree(response.body());
  }
}
