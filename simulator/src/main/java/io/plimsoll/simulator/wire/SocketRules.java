package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.fault.Plan;
import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.rest.SessionRules;

/** What holds for every socket. */
public record SocketRules(
    Timing timing,
    SyncShape sync,
    Contents contents,
    SessionRules sessions,
    long seed,
    Plan plan,
    Injections injections) {}
