/**
 * What goes wrong on the sockets on purpose: which faults, when, on which frames, and the count of
 * them. Works on texts; knows no sockets.
 */
@NullMarked
package io.plimsoll.simulator.fault;

import org.jspecify.annotations.NullMarked;
