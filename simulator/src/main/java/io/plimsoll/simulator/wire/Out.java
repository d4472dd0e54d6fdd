package io.plimsoll.simulator.wire;

import java.time.Duration;

/** What a line does next, in the order it was given. */
sealed interface Out {
  record Text(String text) implements Out {}

  /** Sent after the next text, or alone when none comes soon. */
  record Hold(String text) implements Out {}

  /** Everything behind it waits. */
  record Pause(Duration pause) implements Out {}

  /** Says the reason, then closes. */
  record Close(int code, String reason) implements Out {}

  /** Says the reason and nothing else any more; the connection stays. */
  record GoAway(int code, String reason) implements Out {}

  /** Sends nothing any more, heartbeats included; the connection stays. */
  record Mute() implements Out {}

  /** Cuts the connection without a word, now or when the time is over. */
  record Cut(Duration within) implements Out {}
}
