package io.plimsoll.app;

/** How a command prints. */
public enum Format {
  /** For people. */
  text,
  /** One JSON object a line, for programs. */
  json
}
