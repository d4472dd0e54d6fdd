/** Findings with an identity, a start and an end, and the messages about them. */
@NullMarked
package io.plimsoll.engine.alert;

import org.jspecify.annotations.NullMarked;
