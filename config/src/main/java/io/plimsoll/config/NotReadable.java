package io.plimsoll.config;

/**
 * A written value is refused. The message goes on from the value's name: {@code is not a duration.
 * Write 10s.}, and never holds the value itself, which may come from the environment.
 */
final class NotReadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReadable(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
