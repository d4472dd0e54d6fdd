package io.plimsoll.engine.tradovate;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The broker's REST endpoints. Sends each request once and reports; decides nothing. */
public final class Rest implements AutoCloseable {
  private final URI base;
  private final Duration timeout;
  private final HttpClient http;

  public Rest(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /** Without a token, as logging in is. */
  Answer post(String endpoint, JsonNode body) {
    return send(request(endpoint, null).POST(BodyPublishers.ofString(body.toString())).build());
  }

  public Answer post(String endpoint, JsonNode body, String token) {
    return send(request(endpoint, token).POST(BodyPublishers.ofString(body.toString())).build());
  }

  public Answer get(String endpoint, String token) {
    return send(request(endpoint, token).GET().build());
  }

  private HttpRequest.Builder request(String endpoint, @Nullable String token) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/" + endpoint))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    var sent = http.sendAsync(request, BodyHandlers.ofString());
    try {
      // The request's own time-out ends with the head of the answer; a body may stall for ever.
      var response = sent.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
      return AnswerReader.read(
          response.statusCode(), response.body(), RetryAfter.in(response.headers()));
    } catch (ExecutionException failed) {
      var cause = failed.getCause();
      return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
          ? new Answer.Unreachable("cannot connect to " + base.getAuthority())
          : new Answer.Unclear("no answer: " + cause);
    } catch (TimeoutException stalled) {
      sent.cancel(true);
      return new Answer.Unclear("the answer began and did not end");
    } catch (InterruptedException stopped) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Unclear("stopped while waiting for the answer");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
