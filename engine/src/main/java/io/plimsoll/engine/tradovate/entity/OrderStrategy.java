package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of the platform that places orders by itself, such as a bracket.
 *
 * @param params JSON as text
 */
public record OrderStrategy(
    long id,
    long accountId,
    @Nullable Instant timestamp,
    @Nullable Long contractId,
    @Nullable Long orderStrategyTypeId,
    @Nullable Long initiatorId,
    @Nullable Side action,
    @Nullable String params,
    @Nullable String uuid,
    @Nullable Status status,
    @Nullable String failureMessage,
    @Nullable Long senderId,
    @Nullable String customTag50,
    @Nullable Long userSessionId)
    implements OfAccount {

  /** While it is {@code ActiveStrategy} it may place orders. */
  public enum Status {
    ActiveStrategy,
    ExecutionFailed,
    ExecutionFinished,
    ExecutionInterrupted,
    InactiveStrategy,
    NotEnoughLiquidity,
    StoppedByUser,
    UNKNOWN
  }

  static OrderStrategy read(Fields fields) {
    return new OrderStrategy(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.time("timestamp"),
        fields.id("contractId"),
        fields.id("orderStrategyTypeId"),
        fields.id("initiatorId"),
        fields.word("action", Side.class, Side.UNKNOWN),
        fields.text("params"),
        fields.text("uuid"),
        fields.word("status", Status.class, Status.UNKNOWN),
        fields.text("failureMessage"),
        fields.id("senderId"),
        fields.text("customTag50"),
        fields.id("userSessionId"));
  }
}
