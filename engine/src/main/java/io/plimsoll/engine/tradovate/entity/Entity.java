package io.plimsoll.engine.tradovate.entity;

/**
 * One thing the vendor sent, whole. A field that was not sent is null, which is not zero. The
 * families say how one comes from an entity to its account.
 */
public sealed interface Entity permits OfAccount, Detail, OfUser, Reference {

  /** Unique within its type only. Larger than 2^31 for some types. */
  long id();
}
