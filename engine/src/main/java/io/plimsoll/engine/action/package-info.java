/**
 * What is decided to be done to an account, and when the facts prove that it was done. Sends
 * nothing.
 */
@NullMarked
package io.plimsoll.engine.action;

import org.jspecify.annotations.NullMarked;
