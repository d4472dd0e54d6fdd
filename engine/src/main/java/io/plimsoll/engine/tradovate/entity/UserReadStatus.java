package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** That a piece of news was read. It does not say by whom. */
public record UserReadStatus(long id, @Nullable Long newsStoryId) implements OfUser {

  static UserReadStatus read(Fields fields) {
    return new UserReadStatus(fields.requiredId("id"), fields.id("newsStoryId"));
  }
}
