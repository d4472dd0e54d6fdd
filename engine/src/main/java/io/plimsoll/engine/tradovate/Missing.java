package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;

/**
 * An entity that was not sent and is needed.
 *
 * @param id its own, or that of its account
 */
public record Missing(EntityType type, long id) {}
