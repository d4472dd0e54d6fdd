<<<<<<< HEAD
/**
 * Messages by SMTP: how an alert reads as a mail, and what the server's answer means. No retries.
 */
=======
/** Alerts as mail. */
>>>>>>> config
@NullMarked
package io.plimsoll.notifiers.email;

import org.jspecify.annotations.NullMarked;
