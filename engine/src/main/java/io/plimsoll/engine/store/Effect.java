package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.risk.Plan;

/** One row that an event changes. Writing it twice is the same as writing it once. */
public sealed interface Effect {
  record SaveAccount(AccountRecord account) implements Effect {}

  /** The text of a plan under its name and version. */
  record SavePlan(Plan plan) implements Effect {}

  record SaveEpisode(Episode episode) implements Effect {}

  /** A row that is there already stays: the key computed by another life wins. */
  record AddAction(Action action) implements Effect {}

  record SaveAction(Action action) implements Effect {}

  /** As with actions, a letter that is there already stays. */
  record AddLetter(Letter letter) implements Effect {}

  record SaveLetter(Letter letter) implements Effect {}
}
