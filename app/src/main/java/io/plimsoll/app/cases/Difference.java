package io.plimsoll.app.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as a step says.
 *
 * @param line of the step, or of what it expects, in the case's file
 * @param step counted from 1; 0 when it is not known which
 * @param at when the step was, in the case; null when it is not known
 * @param key such as {@code floor}; empty when the step could not be run
 * @param expected empty when the step could not be run
 * @param actual what is there, or why the step could not be run
 */
record Difference(
    int line, int step, @Nullable Instant at, String key, String expected, String actual) {}
