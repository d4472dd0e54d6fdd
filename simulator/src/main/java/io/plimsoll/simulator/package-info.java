/**
 * A broker that speaks the real wire protocol on loopback; shares no code with the client it is
 * there to test.
 */
@NullMarked
package io.plimsoll.simulator;

import org.jspecify.annotations.NullMarked;
