/** The core of Plimsoll: one package per word of the way a frame takes to a delivery. */
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
