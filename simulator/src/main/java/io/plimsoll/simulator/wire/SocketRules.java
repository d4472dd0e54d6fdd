package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.fault.Plan;

/** What holds for every socket. */
public record SocketRules(
    Timing timing, SyncShape sync, long seed, Plan plan, Injections injections) {}
