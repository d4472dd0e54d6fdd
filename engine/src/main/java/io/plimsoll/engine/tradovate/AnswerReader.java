package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One decoder for all the shapes in which the vendor says no with status 200. */
final class AnswerReader {
  private AnswerReader() {}

  static Answer read(int status, String text) {
    if (status == 429 || status == 423) {
      return new Answer.Limited(status);
    }
    if (status == 401) {
      return new Answer.Unauthorized(clip(text));
    }
    if (status == 400 && text.toLowerCase(Locale.ROOT).contains("token")) {
      return new Answer.Unauthorized(clip(text));
    }
    if (status == 408 || status >= 500) {
      return new Answer.Unclear("status " + status + " " + clip(text));
    }
    if (status < 200 || status > 299) {
      return new Answer.Refused("status " + status + " " + clip(text));
    }
    try {
      return body(FrameReader.JSON.readTree(text.isEmpty() ? "{}" : text));
    } catch (JacksonException | ArithmeticException | NumberFormatException broken) {
      return new Answer.Unclear("status 200 with unreadable body " + clip(text));
    }
  }

  /** The same shapes come over the socket. */
  static Answer body(JsonNode body) {
    if (body.hasNonNull("p-ticket")) {
      return new Answer.Penalty(
          body.path("p-ticket").asString(""),
          Duration.ofSeconds(body.path("p-time").asLong(1)),
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

  private static String clip(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
