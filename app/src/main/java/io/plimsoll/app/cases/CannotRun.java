package io.plimsoll.app.cases;

/** A case cannot go on: it asks for what is not there, or for what cannot be. */
final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotRun(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
