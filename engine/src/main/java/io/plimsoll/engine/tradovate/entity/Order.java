package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order of an account; its quantity and prices live in entities of their own. */
public record Order(
    long id,
    long accountId,
    @Nullable Long contractId,
    @Nullable Instant timestamp,
    @Nullable Side action,
    OrdStatus ordStatus,
    @Nullable Long ocoId,
    @Nullable Long parentId,
    @Nullable Long linkedId,
    @Nullable Boolean admin)
    implements Entity, OfAccount {

  static Order read(Fields fields) {
    var status = fields.word("ordStatus", OrdStatus.class, OrdStatus.Unknown);
    if (status == null) {
      throw new BadEntityException("required field ordStatus is absent");
    }
    return new Order(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.id("contractId"),
        fields.time("timestamp"),
        fields.word("action", Side.class, Side.UNKNOWN),
        status,
        fields.id("ocoId"),
        fields.id("parentId"),
        fields.id("linkedId"),
        fields.flag("admin"));
  }
}
