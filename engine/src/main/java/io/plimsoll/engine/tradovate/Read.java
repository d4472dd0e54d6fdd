package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What became of reading something over REST. Reading changes nothing: it may always be tried
 * again.
 */
public sealed interface Read<T> {
  /**
   * The broker answered.
   *
   * @param entities those that could be read, none of them where there are none
   * @param odd what could not, or not wholly; already left out of the entities
   * @param unreadable those that could not and tell where an account stands
   */
  record Found<T>(List<T> entities, List<Message.Odd> odd, List<EntityChange.Unreadable> unreadable)
      implements Read<T> {
    public Found {
      entities = List.copyOf(entities);
      odd = List.copyOf(odd);
      unreadable = List.copyOf(unreadable);
    }

    /** Nothing that tells where an account stands was unreadable. */
    public Found(List<T> entities, List<Message.Odd> odd) {
      this(entities, odd, List.of());
    }
  }

  /** There is no such entity, or this broker has no such endpoint: it answers 404 to both. */
  record Absent<T>(String reason) implements Read<T> {}

  /** The same call would be refused again. */
  record Refused<T>(String reason) implements Read<T> {}

  /**
   * Not known; another try may do it.
   *
   * @param after what the broker asks to wait first; zero where it asks nothing
   */
  record Later<T>(String reason, Duration after) implements Read<T> {}

  /** The same with other entities; what did not come stays as it is. */
  default <R> Read<R> map(Function<T, R> change) {
    return switch (this) {
      case Found<T>(var entities, var odd, var unreadable) ->
          new Found<>(entities.stream().map(change).toList(), odd, unreadable);
      case Absent<T>(var reason) -> new Absent<>(reason);
      case Refused<T>(var reason) -> new Refused<>(reason);
      case Later<T>(var reason, var after) -> new Later<>(reason, after);
    };
  }
}
