package io.plimsoll.notifiers.webhook;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import io.plimsoll.engine.delivery.Notifier;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Posts each notification, signed. Follows no redirect. Safe for many threads. */
public final class WebhookNotifier implements Notifier {
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final WebhookSettings settings;
  private final InstantSource clock;
  private final HttpClient client;

  public WebhookNotifier(WebhookSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  @Override
  public DeliveryResult deliver(Notification notification) {
    var head = new AtomicReference<ResponseInfo>();
    var pending =
        client.sendAsync(
            request(notification, clock.instant()),
            received -> {
              head.set(received);
              return new FirstBytes(LONGEST_ANSWER);
            });
    try {
      // The request's own time-out would end with the headers; this one covers the body too.
      var response = pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return answer(head.get(), response.body());
    } catch (TimeoutException late) {
      pending.cancel(true);
      return broken(head.get(), "no answer within %d ms".formatted(settings.timeout().toMillis()));
    } catch (ExecutionException failure) {
      return broken(head.get(), words(failure));
    } catch (InterruptedException stopping) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return broken(head.get(), "interrupted");
    }
  }

  private DeliveryResult answer(ResponseInfo head, String body) {
    var retryAfter = head.headers().firstValue("Retry-After").orElse(null);
    return new WebhookAnswer(head.statusCode(), retryAfter, body).result(clock.instant());
  }

  /**
   * Once a status has come the receiver has decided, whatever befell the rest. The reason names the
   * host alone: the rest of the address may be what lets one in.
   */
  private DeliveryResult broken(@Nullable ResponseInfo head, String reason) {
    return head != null
        ? answer(head, "")
        : new RetryAfter(WebhookAnswer.DELAY, "%s: %s".formatted(settings.url().getHost(), reason));
  }

  private HttpRequest request(Notification notification, Instant now) {
    var id = id(notification.key());
    var body = WebhookBody.json(notification);
    return HttpRequest.newBuilder(settings.url())
        .header("Content-Type", "application/json")
        .header("User-Agent", "Plimsoll")
        .header("webhook-id", id)
        .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
        .header("webhook-signature", WebhookSignature.of(settings.key(), id, now, body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** The key itself, unless it holds what a header must not. */
  private static String id(String key) {
    return key.matches("[!-~]+") ? key : URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  private static String words(ExecutionException failure) {
    var cause = failure.getCause();
    if (cause == null) {
      return "failed";
    }
    var message = cause.getMessage();
    var kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
