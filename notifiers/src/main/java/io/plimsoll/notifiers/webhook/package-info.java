/** Messages by HTTP POST: Alertmanager's JSON, signed as Standard Webhooks says. No retries. */
@NullMarked
package io.plimsoll.notifiers.webhook;

import org.jspecify.annotations.NullMarked;
