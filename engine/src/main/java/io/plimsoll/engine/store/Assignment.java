package io.plimsoll.engine.store;

/**
 * A plan that a person has assigned to an account, and that does not hold it yet.
 *
 * @param atOnce as soon as its equity is known; else from its next reset on
 */
public record Assignment(String plan, String version, boolean atOnce) {}
