package io.plimsoll.engine.alert;

import io.plimsoll.engine.fact.AccountFigures;
import org.jspecify.annotations.Nullable;

/**
 * The account an alert is about, as it is just now.
 *
 * @param name as people know it
 * @param plan that holds it
 * @param figures as last known
 */
public record Subject(String name, String plan, @Nullable AccountFigures figures) {}
