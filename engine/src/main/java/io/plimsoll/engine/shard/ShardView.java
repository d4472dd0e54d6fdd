package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What a shard shows of itself, on its own thread and between two events. It must not be kept, and
 * the book only be read.
 *
 * @param rules the version of the rules in force
 * @param isLive whether it sees the broker as it is
 * @param fed how much it has been told by its sockets
 * @param lastFed when it was told something last; at the start, when it was made
 * @param accounts where an account stands; empty for one that is not followed
 */
public record ShardView(
    int number,
    String rules,
    boolean isLive,
    long fed,
    Instant lastFed,
    Book book,
    LongFunction<Optional<Standing>> accounts) {}
