package io.plimsoll.engine.journal;

/** How a file ends. */
public sealed interface Ending {
  /** The engine ended it; nothing is missing. */
  record Ended(String why) implements Ending {}

  /**
   * It stops after this line. While it is being written that is as it should be; else the engine
   * was killed or the power failed, and less than a second of frames may be missing.
   *
   * @param torn a part of a block stands behind that line, and is not shown
   */
  record Sudden(long line, boolean torn) implements Ending {}

  /** From that line on it is not as it was written. */
  record Faulty(Fault fault) implements Ending {}
}
