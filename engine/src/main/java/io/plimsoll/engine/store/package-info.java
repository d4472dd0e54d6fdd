/** One commit for the effects of one event, durable before anything leaves the engine. */
@NullMarked
package io.plimsoll.engine.store;

import org.jspecify.annotations.NullMarked;
