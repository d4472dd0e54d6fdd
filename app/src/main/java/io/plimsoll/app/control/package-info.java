/**
 * How other commands speak to a running engine: HTTP on loopback, with a token that only the user
 * of the data folder can read.
 */
@NullMarked
package io.plimsoll.app.control;

import org.jspecify.annotations.NullMarked;
