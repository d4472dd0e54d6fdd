package io.plimsoll.simulator.rest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many calls there may be in any hour: of a user in all, of strangers in all, and of single
 * endpoints. 0 in all is no limit.
 */
public record Limits(int user, int strangers, Map<String, Limit> endpoints) {
  /**
   * Over it comes 423 once and then 429; or, where a penalty is set, a ticket to wait with. With
   * {@code captcha} the wait helps no program.
   */
  public record Limit(
      int perHour, boolean failuresOnly, Optional<Duration> penalty, boolean captcha) {
    public static Limit of(int perHour) {
      return new Limit(perHour, false, Optional.empty(), false);
    }

    public static Limit penalized(int perHour, Duration pause) {
      return new Limit(perHour, false, Optional.of(pause), false);
    }
  }

  public Limits {
    endpoints = Map.copyOf(endpoints);
  }

  /** As the partner site has them; its pages were read as excerpts and may have changed. */
  public static Limits published() {
    return new Limits(
        5000,
        1000,
        Map.of(
            "auth/accesstokenrequest",
            new Limit(5, true, Optional.of(Duration.ofSeconds(15)), true),
            "auth/renewaccesstoken",
            Limit.of(15),
            "auth/me",
            Limit.of(10),
            "user/syncrequest",
            Limit.of(300)));
  }

  public static Limits none() {
    return new Limits(0, 0, Map.of());
  }

  public Limits with(String endpoint, Limit limit) {
    var more = new HashMap<>(endpoints);
    more.put(endpoint.toLowerCase(Locale.ROOT), limit);
    return new Limits(user, strangers, more);
  }

  public Limits inAll(int ofUser) {
    return new Limits(ofUser, strangers, endpoints);
  }
}
