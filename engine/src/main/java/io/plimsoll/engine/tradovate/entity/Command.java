package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to place, modify or cancel an order, and how far it has come.
 *
 * @param senderId the user who sent it
 */
public record Command(
    long id,
    long orderId,
    @Nullable Instant timestamp,
    @Nullable String clOrdId,
    @Nullable CommandType commandType,
    @Nullable CommandStatus commandStatus,
    @Nullable Long senderId,
    @Nullable Long userSessionId,
    @Nullable Instant activationTime,
    @Nullable String customTag50,
    @Nullable Boolean isAutomated)
    implements Detail {

  /** What is to be done with the order. */
  public enum CommandType {
    Cancel,
    Modify,
    New,
    UNKNOWN
  }

  static Command read(Fields fields) {
    return new Command(
        fields.requiredId("id"),
        fields.requiredId("orderId"),
        fields.time("timestamp"),
        fields.text("clOrdId"),
        fields.word("commandType", CommandType.class, CommandType.UNKNOWN),
        fields.word("commandStatus", CommandStatus.class, CommandStatus.UNKNOWN),
        fields.id("senderId"),
        fields.id("userSessionId"),
        fields.time("activationTime"),
        fields.text("customTag50"),
        fields.flag("isAutomated"));
  }
}
