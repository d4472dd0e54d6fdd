/** The loop that ties the words together: one thread and one queue a shard. */
@NullMarked
package io.plimsoll.engine.shard;

import org.jspecify.annotations.NullMarked;
