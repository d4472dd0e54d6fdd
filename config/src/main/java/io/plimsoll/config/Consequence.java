package io.plimsoll.config;

import io.plimsoll.engine.fact.Restriction;
import java.util.Map;
import java.util.function.Function;

/** The words of {@code then}: what an account is to suffer once a limit is reached. */
final class Consequence {
  static final Function<String, Restriction> WORD =
      Written.word(
          Map.of(
              "alert", Restriction.NONE,
              "liquidate-only", Restriction.LIQUIDATE_ONLY,
              "liquidate-and-lock", Restriction.LIQUIDATE_AND_LOCK));

  private Consequence() {}
}
