/** Alerts as mail. */
@NullMarked
package io.plimsoll.notifiers.email;

import org.jspecify.annotations.NullMarked;
