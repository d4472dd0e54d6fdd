package io.plimsoll.engine.session;

import java.util.Set;

/** Rules fired on and on in one firing. */
final class EndlessFiringException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Set<String> rules;

  EndlessFiringException(long firings, Set<String> rules) {
    super("Still firing after %d firings: rules %s.".formatted(firings, rules));
    this.rules = Set.copyOf(rules);
  }

  /** The rules that keep it going. */
  Set<String> rules() {
    return rules;
  }
}
