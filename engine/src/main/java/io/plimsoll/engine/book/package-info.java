/**
 * The one mutable model of a shard: the last known entity of each type and id, and what follows
 * from it.
 */
@NullMarked
package io.plimsoll.engine.book;

import org.jspecify.annotations.NullMarked;
