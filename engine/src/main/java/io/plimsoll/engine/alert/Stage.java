package io.plimsoll.engine.alert;

/** How far a rule may go. {@code propose} is not built yet and refused in config. */
public enum Stage {
  /** Recorded only. */
  OBSERVE,
  /** People are told. */
  ALERT,
  /** People are told, and the account action is carried out. */
  ACT
}
