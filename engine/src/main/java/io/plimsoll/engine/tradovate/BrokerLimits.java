package io.plimsoll.engine.tradovate;

/**
 * How often the broker lets one user call, each number within any hour, however it falls.
 *
 * @param total all calls with a token; account actions may use all of them, reads half
 * @param sync of {@code user/syncrequest}
 * @param renew of {@code auth/renewaccesstoken}
 * @param loginFailures of {@code auth/accesstokenrequest}, which counts only these; so many block
 *     the user, so we stop one short
 */
public record BrokerLimits(int total, int sync, int renew, int loginFailures) {
  /** As the vendor's partner pages have them. */
  public static final BrokerLimits PUBLISHED = new BrokerLimits(5000, 300, 15, 5);

  /**
   * @throws IllegalArgumentException when a number leaves no call at all
   */
  public BrokerLimits {
    check("total-per-hour", total, 2);
    check("sync-per-hour", sync, 1);
    check("renew-per-hour", renew, 1);
    check("login-failures-per-hour", loginFailures, 2);
  }

  private static void check(String name, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(
          "%s (%d) must be at least %d.".formatted(name, number, least));
    }
  }
}
