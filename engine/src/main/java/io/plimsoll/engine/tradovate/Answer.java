package io.plimsoll.engine.tradovate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of one REST call. HTTP 200 alone is not success. */
public sealed interface Answer {
  /** Accepted. For account actions this means only that the broker took the request. */
  record Ok(JsonNode body) implements Answer {
    /** Bodies may hold tokens, and answers are logged. */
    @Override
    public String toString() {
      return "Ok[%s]".formatted(AnswerReader.clip(body.toString()));
    }
  }

  /** Not executed, and the same call would be refused again. */
  record Refused(String reason) implements Answer {}

  /** Not executed; after the wait the same body plus the ticket may be sent. */
  record Penalty(String ticket, Duration delay, boolean captcha) implements Answer {}

  /**
   * Not executed: 429 or 423.
   *
   * @param retryAfter as the broker says; null when it does not
   */
  record Limited(int status, @Nullable Duration retryAfter) implements Answer {}

  /** Not executed: the token is not (or no longer) good. */
  record Unauthorized(String reason) implements Answer {}

  /**
   * Never left us: a budget of ours is used up, the broker has limited us, or its host fails.
   *
   * @param pause how long it would be so again
   */
  record NotSent(String reason, Duration pause) implements Answer {}

  /** Not executed: the request never reached the broker. */
  record Unreachable(String reason) implements Answer {}

  /** It may have been executed: no answer, or one that says neither. */
  record Unclear(String reason) implements Answer {}
}
