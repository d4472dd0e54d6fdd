package io.plimsoll.simulator.rest;

/** The way back to whoever called. Neither method waits. */
public interface Reply {
  void answer(Answer answer);

  /** Breaks the connection instead of answering. */
  void lose();
}
