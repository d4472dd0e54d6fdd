package io.plimsoll.simulator;

import io.plimsoll.simulator.ledger.Opening;
import java.time.Duration;

/** Brokers to test against: prices stand still unless a test moves them. */
final class Brokers {
  static final long ACCOUNT = 7001;
  static final long ES = 3_445_601;

  private Brokers() {}

  static Settings still() {
    return Settings.defaults().withSeed(7).withPriceTick(Duration.ZERO);
  }

  /** With one account: 50,000 dollars, nothing held. */
  static Simulator withAccount() {
    return withAccount(still());
  }

  static Simulator withAccount(Settings settings) {
    var broker = Simulator.start(settings);
    broker.control().openAccount(Opening.account(ACCOUNT, "TEST-7001", "50000"));
    return broker;
  }

  /** The same account, long two ES at 6000. */
  static Simulator withPosition() {
    return withPosition(still());
  }

  static Simulator withPosition(Settings settings) {
    var broker = Simulator.start(settings);
    broker.control().openAccount(Opening.account(ACCOUNT, "TEST-7001", "50000").holding("ESZ6", 2));
    return broker;
  }
}
