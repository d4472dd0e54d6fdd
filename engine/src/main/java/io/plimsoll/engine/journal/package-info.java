/**
 * Every frame that came in, written down as it came, so that it can be shown and played again. It
 * knows text and time; what a frame means is for others.
 */
@NullMarked
package io.plimsoll.engine.journal;

import org.jspecify.annotations.NullMarked;
