package io.plimsoll.engine.journal;

import java.time.Instant;

/** Frames that were not kept, from this moment on. */
record Gap(long frames, Instant since) {}
