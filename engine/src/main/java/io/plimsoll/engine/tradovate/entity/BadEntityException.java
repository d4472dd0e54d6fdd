package io.plimsoll.engine.tradovate.entity;

/** An entity lacks something required. The message names the field and the value. */
public final class BadEntityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadEntityException(String message) {
    super(message);
  }
}
