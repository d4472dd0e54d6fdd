package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A size of a limit as a plan writes it: {@code 2000}, {@code 4% of start}, {@code 3% of anchor}.
 */
public sealed interface Amount {
  /** Dollars of the account's currency, positive. */
  record Fixed(Money money) implements Amount {
    public Fixed {
      requirePositive(money.isPositive(), money);
    }
  }

  /** A percentage from 0 to 100 of another number of the account. */
  record Percent(BigDecimal percent, Base of) implements Amount {
    public Percent {
      requirePositive(percent.signum() > 0, percent);
    }
  }

  /** What a percentage is taken of. */
  enum Base {
    START,
    PEAK,
    ANCHOR
  }

  static boolean isOf(@Nullable Amount amount, Base base) {
    return amount instanceof Percent(var percent, var of) && of == base;
  }

  /**
   * In dollars; null when it is a percentage of what is unknown or not positive, since then it does
   * not apply.
   *
   * @param anchor what the period began with
   */
  static @Nullable Money dollars(
      @Nullable Amount amount, @Nullable Money anchor, @Nullable Money start) {
    return switch (amount) {
      case null -> null;
      case Fixed(var money) -> money;
      case Percent(var percent, var of) -> {
        var whole =
            switch (of) {
              case ANCHOR -> anchor;
              case START -> start;
              case PEAK -> null;
            };
        yield whole == null || !whole.isPositive() ? null : whole.percent(percent);
      }
    };
  }

  private static void requirePositive(boolean positive, Object value) {
    if (!positive) {
      throw new IllegalArgumentException(
          "The amount of a limit (%s) must be positive. Leave the key out for no limit."
              .formatted(value));
    }
  }
}
