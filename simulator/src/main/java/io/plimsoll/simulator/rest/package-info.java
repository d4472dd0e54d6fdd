/**
 * Endpoints by name, for HTTP and socket alike: tokens, calls, answers, faults and the request log.
 */
@NullMarked
package io.plimsoll.simulator.rest;

import org.jspecify.annotations.NullMarked;
