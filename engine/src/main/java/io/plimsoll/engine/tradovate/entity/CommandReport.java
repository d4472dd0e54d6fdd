package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The broker's answer to a command; it may come before the command itself.
 *
 * @param ordStatus of the order, after it
 */
public record CommandReport(
    long id,
    long commandId,
    @Nullable Instant timestamp,
    @Nullable CommandStatus commandStatus,
    @Nullable RejectReason rejectReason,
    @Nullable String text,
    @Nullable OrdStatus ordStatus)
    implements Detail {

  static CommandReport read(Fields fields) {
    return new CommandReport(
        fields.requiredId("id"),
        fields.requiredId("commandId"),
        fields.time("timestamp"),
        fields.word("commandStatus", CommandStatus.class, CommandStatus.UNKNOWN),
        fields.word("rejectReason", RejectReason.class, RejectReason.UNKNOWN),
        fields.text("text"),
        fields.word("ordStatus", OrdStatus.class, OrdStatus.Unknown));
  }
}
