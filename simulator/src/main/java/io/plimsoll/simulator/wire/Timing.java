package io.plimsoll.simulator.wire;

import java.time.Duration;

/**
 * How long a socket may be quiet: the broker before it sends a heartbeat, the client before it is
 * cut off, and a stranger before it authorizes.
 */
public record Timing(Duration heartbeat, Duration idle, Duration authorize) {}
