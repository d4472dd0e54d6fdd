package io.plimsoll.engine.fact;

/** A derived fact, which says what a finding from it is about. */
public sealed interface Scoped permits AccountRisk, AccountFigures, Feed {
  Scope scope();
}
