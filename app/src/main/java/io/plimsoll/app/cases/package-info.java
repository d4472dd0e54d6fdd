/**
 * Runs worked cases through the real chain: a broker made of what their steps say, a rehearsal of
 * the engine, and the comparison. What a case is belongs to {@code config}.
 */
@NullMarked
package io.plimsoll.app.cases;

import org.jspecify.annotations.NullMarked;
