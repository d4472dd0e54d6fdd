package io.plimsoll.engine.delivery;

import java.time.Duration;

/** What became of one try. A notifier reports; only the dispatcher decides what happens next. */
public sealed interface DeliveryResult {
  /** The receiver has it. */
  record Delivered() implements DeliveryResult {}

  /** It did not arrive, or may not have; the same key may be tried again after the delay. */
  record RetryAfter(Duration delay, String reason) implements DeliveryResult {}

  /** It will never be taken; trying again is of no use. */
  record Rejected(String reason) implements DeliveryResult {}
}
