package io.plimsoll.engine.session;

/** How soon people must look at an alert, as a rule's {@code @severity} says. */
public enum Severity {
  /** Someone must look at it at once. */
  CRITICAL,
  /** Someone should look at it before it becomes worse. */
  WARNING,
  /** Good to know. */
  INFO
}
