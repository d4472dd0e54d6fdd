/**
 * Messages by SMTP: how an alert reads as a mail, and what the server's answer means. No retries.
 */
@NullMarked
package io.plimsoll.notifiers.email;

import org.jspecify.annotations.NullMarked;
