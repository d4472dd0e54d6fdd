/** Alerts as signed HTTP requests. */
@NullMarked
package io.plimsoll.notifiers.webhook;

import org.jspecify.annotations.NullMarked;
