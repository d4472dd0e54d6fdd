/**
 * The WebSocket side: frames, sessions, the sync request and its events, market-data subscriptions.
 */
@NullMarked
package io.plimsoll.simulator.wire;

import org.jspecify.annotations.NullMarked;
