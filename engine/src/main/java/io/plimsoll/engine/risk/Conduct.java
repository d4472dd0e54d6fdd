package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is carried out, beside its limits.
 *
 * @param evaluations so many known evaluations in a row must be in breach before a limit is reached
 * @param jump percent; a price that moves by more needs at least two evaluations; null when any
 *     jump is believed
 * @param rebaseOnReset whether an account that the broker seems to have reset begins anew by itself
 * @param brokerGrace how long an action waits for a limit that the broker enforces itself
 */
public record Conduct(
    WithoutPrices withoutPrices,
    int evaluations,
    @Nullable BigDecimal jump,
    boolean rebaseOnReset,
    Duration brokerGrace) {
  public static final Conduct USUAL =
      new Conduct(WithoutPrices.UNKNOWN, 1, null, false, Duration.ofSeconds(10));
}
