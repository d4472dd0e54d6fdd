package io.plimsoll.engine.tradovate;

import java.time.Duration;
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
    if (status == 400 && text.contains("Expired Access Token")) {
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
    } catch (JacksonException broken) {
      return new Answer.Unclear("status 200 with unreadable body " + clip(text));
    }
  }

  private static Answer body(JsonNode body) {
    if (body.has("p-ticket")) {
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
    if (body.has("violations")) {
      return new Answer.Refused("violations " + clip(body.path("violations").toString()));
    }
    if (body.has("ok") && !body.path("ok").asBoolean(false)) {
      return new Answer.Refused("ok is false without a text");
    }
    return new Answer.Ok(body);
  }

  private static String clip(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
