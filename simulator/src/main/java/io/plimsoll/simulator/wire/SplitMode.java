package io.plimsoll.simulator.wire;

/**
 * How a sync request with {@code splitResponses} is answered. The vendor publishes no shape; these
 * are the three that clients were seen to expect.
 */
public enum SplitMode {
  /** One message. */
  single,
  /** Several partial sync messages with the same request id. */
  parts,
  /** Several messages with the same request id, each an array of props. */
  props
}
