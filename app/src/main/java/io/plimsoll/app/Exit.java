package io.plimsoll.app;

/** The exit codes of all commands. */
public final class Exit {
  public static final int GOOD = 0;

  /** A finding, a difference, something not proven. */
  public static final int DIFFERENCE = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  public static final int COULD_NOT_RUN = 3;

  private Exit() {}
}
