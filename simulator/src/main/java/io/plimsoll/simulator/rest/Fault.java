package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Something that goes wrong with a call on purpose. */
public sealed interface Fault {
  /** The status with an empty body; nothing is executed. */
  record Status(int status) implements Fault {}

  /** 200 with errorText; nothing is executed. */
  record ErrorText(String text) implements Fault {}

  /** 200 with failureReason; nothing is executed. */
  record FailureReason(String reason, String text) implements Fault {}

  /**
   * 200 with p-ticket and p-time; executed when sent again with the ticket, not earlier than that.
   */
  record Penalty(Duration pause, boolean captcha) implements Fault {}

  /** Executed and answered late. */
  record Delay(Duration pause) implements Fault {}

  /** Executed, but the connection is closed in place of the answer. */
  record LoseAnswer() implements Fault {}

  /** Answered as if executed. */
  record Ignore() implements Fault {}

  default String kind() {
    return switch (this) {
      case Status _ -> "status";
      case ErrorText _ -> "error-text";
      case FailureReason _ -> "failure-reason";
      case Penalty _ -> "penalty";
      case Delay _ -> "delay";
      case LoseAnswer _ -> "lose-answer";
      case Ignore _ -> "ignore";
    };
  }

  /**
   * From {@code {kind, status, text, reason, seconds, captcha, ms}}, each kind with its own fields.
   */
  static Fault parse(JsonNode json) {
    var kind = Json.text(json, "kind").orElse("");
    return switch (kind) {
      case "status" -> new Status((int) json.path("status").asLong(500));
      case "error-text" -> new ErrorText(Json.text(json, "text").orElse("Something went wrong"));
      case "failure-reason" ->
          new FailureReason(
              Json.text(json, "reason").orElse("UnknownReason"),
              Json.text(json, "text").orElse("Something went wrong"));
      case "penalty" ->
          new Penalty(
              Duration.ofSeconds(json.path("seconds").asLong(1)),
              json.path("captcha").asBoolean(false));
      case "delay" -> new Delay(Duration.ofMillis(json.path("ms").asLong(1000)));
      case "lose-answer" -> new LoseAnswer();
      case "ignore" -> new Ignore();
      default ->
          throw new IllegalArgumentException(
              "kind (%s) is not known; use status, error-text, failure-reason, penalty, delay, lose-answer or ignore."
                  .formatted(kind));
    };
  }
}
