package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order of an account; its quantity and prices are in its {@link OrderVersion}s. */
public record Order(
    long id,
    long accountId,
    @Nullable Long contractId,
    @Nullable Long spreadDefinitionId,
    @Nullable Instant timestamp,
    @Nullable Side action,
    OrdStatus ordStatus,
    @Nullable Long executionProviderId,
    @Nullable Long ocoId,
    @Nullable Long parentId,
    @Nullable Long linkedId,
    @Nullable Boolean admin)
    implements Standing {

  static Order read(Fields fields) {
    return new Order(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.id("contractId"),
        fields.id("spreadDefinitionId"),
        fields.time("timestamp"),
        fields.word("action", Side.class, Side.UNKNOWN),
        fields.requiredWord("ordStatus", OrdStatus.class, OrdStatus.Unknown),
        fields.id("executionProviderId"),
        fields.id("ocoId"),
        fields.id("parentId"),
        fields.id("linkedId"),
        fields.flag("admin"));
  }
}
