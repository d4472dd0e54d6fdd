package io.plimsoll.config;

import io.plimsoll.engine.risk.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a plan means, as one hash. Comments, quotes, the order of keys, defaults written out and the
 * date of {@code effective} change nothing; any number does.
 */
final class PlanVersion {
  private static final int DIGITS = 12;

  private PlanVersion() {}

  /**
   * @param calendar the file that its news windows come from; null where the plan has them itself
   */
  static Plan stamp(Plan plan, @Nullable String calendar) {
    return plan.versioned(hash(Canonical.text(plan, calendar)).substring(0, DIGITS));
  }

  private static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
