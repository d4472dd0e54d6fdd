/**
 * The arithmetic of limits: money, sessions, floors, ladders, latches. Pure; it has no clock of its
 * own.
 */
@NullMarked
package io.plimsoll.engine.risk;

import org.jspecify.annotations.NullMarked;
