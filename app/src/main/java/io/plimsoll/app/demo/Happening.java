package io.plimsoll.app.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing seen from outside the engine, or told by it. */
sealed interface Happening {
  /** A log event of the engine. */
  record Logged(String event, Map<String, String> fields) implements Happening {
    public Logged {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    boolean is(String name, String field, String value) {
      return event.equals(name) && field(field).equals(value);
    }
  }

  /** A mail has arrived at the mail server. */
  record Mailed(String subject, String account) implements Happening {}

  /**
   * A webhook has arrived.
   *
   * @param plan that holds the account; empty for an alert of no account
   * @param genuine whether its signature is right
   */
  record Hooked(
      String alert,
      String account,
      String plan,
      String subject,
      String status,
      String done,
      boolean genuine)
      implements Happening {}

  /** The demo has killed the engine, as kill -9 does. */
  record Killed() implements Happening {}
}
