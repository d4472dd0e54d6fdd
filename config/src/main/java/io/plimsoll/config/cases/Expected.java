package io.plimsoll.config.cases;

/**
 * One number, state or list that a step must lead to.
 *
 * @param key such as {@code floor}, {@code floors.alert} or {@code actions.lock}
 */
public record Expected(int line, String key, Wanted wanted) {}
