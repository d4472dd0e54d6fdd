/**
 * What a test, a person or a judge may do to the broker from outside the protocol, under {@code
 * /sim/}.
 */
@NullMarked
package io.plimsoll.simulator.control;

import org.jspecify.annotations.NullMarked;
