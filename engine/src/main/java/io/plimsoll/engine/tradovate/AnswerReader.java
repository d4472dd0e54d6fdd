package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One decoder for all the shapes in which the vendor says no with status 200. */
final class AnswerReader {
  /** Nothing the vendor shows comes near; only so that no absurd number reaches the clock. */
  private static final long LONGEST_PENALTY = Duration.ofDays(1).toSeconds();

  /** Fields of the login that must not reach a log, also in a body that is cut off. */
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)(\"(?:(?:md)?accessToken|refreshToken|password|sec|p-ticket)\"\\s*:\\s*\")[^\"]*");

  private AnswerReader() {}

  /**
   * @param retryAfter what the broker says with a 429 or 423; null when nothing
   */
  static Answer read(int status, String text, @Nullable Duration retryAfter) {
    if (isLimit(status)) {
      return new Answer.Limited(status, retryAfter);
    }
    if (status == 401) {
      return new Answer.Unauthorized(clip(text));
    }
    if (status == 400 && text.toLowerCase(Locale.ROOT).contains("token")) {
      return new Answer.Unauthorized(clip(text));
    }
    if (status == 408 || status >= 500) {
      return new Answer.Unclear(said(status, text));
    }
    if (status < 200 || status > 299) {
      return new Answer.Refused(said(status, text));
    }
    try {
      var body = Json.read(text.isBlank() ? "{}" : text);
      return body.isString()
          ? new Answer.Unclear("status 200 with a text: " + clip(text))
          : body(body);
    } catch (JacksonException broken) {
      return new Answer.Unclear("status 200 with unreadable body " + clip(text));
    }
  }

  private static boolean isLimit(int status) {
    return status == 429 || status == 423;
  }

  /** Of a request over the socket: without headers, and a text in place of what is not 200. */
  static Answer response(int status, JsonNode body) {
    if (status == 200) {
      return body.isContainer() ? body(body) : new Answer.Unclear("status 200 without a body");
    }
    return status > 200 && status < 300
        ? new Answer.Unclear("status " + status)
        : read(status, body.asString(""), null);
  }

  /** The same shapes come over the socket. */
  static Answer body(JsonNode body) {
    if (body.hasNonNull("p-ticket")) {
      return new Answer.Penalty(
          body.path("p-ticket").asString(""),
          Duration.ofSeconds(Math.clamp(body.path("p-time").asLong(1), 0, LONGEST_PENALTY)),
          body.path("p-captcha").asBoolean(false));
    }
    var errorText = body.path("errorText").asString("");
    if (!errorText.isEmpty()) {
      return new Answer.Refused(errorText);
    }
    var failure = body.path("failureReason").asString("Success");
    if (!failure.equals("Success")) {
      return new Answer.Refused((failure + " " + body.path("failureText").asString("")).strip());
    }
    var failureText = body.path("failureText").asString("");
    if (!body.hasNonNull("failureReason") && !failureText.isEmpty()) {
      return new Answer.Refused(failureText);
    }
    if (!body.path("violations").isEmpty()) {
      return new Answer.Refused("violations " + clip(body.path("violations").toString()));
    }
    for (var verdict : List.of("ok", "success")) {
      if (body.hasNonNull(verdict) && !body.path(verdict).asBoolean(false)) {
        return new Answer.Refused(verdict + " is false without a text");
      }
    }
    return new Answer.Ok(body);
  }

  private static String said(int status, String text) {
    return ("status " + status + " " + clip(text)).strip();
  }

  /** For people: the beginning, without secrets. */
  static String clip(String text) {
    var shown = SECRETS.matcher(text).replaceAll("$1<secret>");
    return shown.length() <= 200 ? shown : shown.substring(0, 200) + "…";
  }
}
