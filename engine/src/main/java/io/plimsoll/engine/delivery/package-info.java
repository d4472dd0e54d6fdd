/** Tries at carrying out what is committed: account requests and messages. */
@NullMarked
package io.plimsoll.engine.delivery;

import org.jspecify.annotations.NullMarked;
