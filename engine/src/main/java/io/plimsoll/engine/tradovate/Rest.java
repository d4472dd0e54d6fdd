package io.plimsoll.engine.tradovate;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The broker's REST endpoints. Sends each request once or, where there is no budget for it or the
 * host fails, not at all; and reports.
 */
public final class Rest implements AutoCloseable {
  private final URI base;
  private final Duration timeout;
  private final Allowance allowance;
  private final ReadBreaker breaker;
  private final HttpClient http;

  public Rest(URI base, Duration timeout, Allowance allowance, InstantSource clock) {
    this.base = base;
    this.timeout = timeout;
    this.allowance = allowance;
    this.breaker = new ReadBreaker(base.getAuthority(), clock);
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /** Without a token, as logging in is. */
  Answer post(String endpoint, JsonNode body) {
    return call(endpoint, Use.SESSION, posted(request(endpoint, null), body));
  }

  public Answer post(String endpoint, JsonNode body, String token, Use use) {
    return call(endpoint, use, posted(request(endpoint, token), body));
  }

  public Answer get(String endpoint, String token, Use use) {
    return call(endpoint, use, request(endpoint, token).GET().build());
  }

  /** A read: the first to wait when calls are short or the host fails. */
  public Answer get(String endpoint, String token) {
    return get(endpoint, token, Use.READ);
  }

  /** Likewise. */
  public Answer post(String endpoint, JsonNode body, String token) {
    return post(endpoint, body, token, Use.READ);
  }

  private Answer call(String endpoint, Use use, HttpRequest request) {
    if (use == Use.READ) {
      var no = breaker.ask();
      if (no.isPresent()) {
        return no.get();
      }
    }
    var answer = allowance.take(endpoint, use).<Answer>map(no -> no).orElseGet(() -> send(request));
    if (use == Use.READ) {
      breaker.heard(answer);
    }
    allowance.heard(endpoint, answer);
    return answer;
  }

  private static HttpRequest posted(HttpRequest.Builder request, JsonNode body) {
    return request.POST(BodyPublishers.ofString(body.toString())).build();
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
