package io.plimsoll.config;

import io.plimsoll.engine.tradovate.BrokerLimits;
import java.util.Optional;

/** The section {@code broker.limits}. */
final class LimitsReader {
  private LimitsReader() {}

  /** As the vendor publishes them, where a key or the section is left out. */
  static Optional<BrokerLimits> read(Value value) {
    var published = BrokerLimits.PUBLISHED;
    if (value.isAbsent()) {
      return Optional.of(published);
    }
    var section =
        Section.open(
            value, "total-per-hour", "sync-per-hour", "renew-per-hour", "login-failures-per-hour");
    var total = count(section, "total-per-hour", published.total());
    var sync = count(section, "sync-per-hour", published.sync());
    var renew = count(section, "renew-per-hour", published.renew());
    var logins = count(section, "login-failures-per-hour", published.loginFailures());
    return section.build(() -> new BrokerLimits(total, sync, renew, logins));
  }

  private static int count(Section section, String key, int published) {
    return section.optional(key, Written::count).orElse(published);
  }
}
