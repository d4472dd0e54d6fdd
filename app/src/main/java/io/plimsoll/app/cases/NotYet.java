package io.plimsoll.app.cases;

import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.shard.Rehearsal;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;

/** What a case may ask for and the engine does not do yet: each is one method to fill. */
final class NotYet {
  private NotYet() {}

  /** An account known since its opening, with the profits of the days before, oldest first. */
  static RiskState withProfitDays(RiskState opened, List<BigDecimal> profits) {
    if (profits.isEmpty()) {
      return opened;
    }
    throw new CannotRun("not built yet: profitDays");
  }

  /** A person unlocks the account with our own command. */
  @SuppressWarnings("DoNotCallSuggester") // until it is built
  static void unlock(Rehearsal rehearsal, long account, String reason) {
    throw new CannotRun("not built yet: unlock");
  }

  /** A person begins peak, anchors and latches of the account anew with our own command. */
  @SuppressWarnings("DoNotCallSuggester") // until it is built
  static void rebase(Rehearsal rehearsal, long account, String reason) {
    throw new CannotRun("not built yet: rebase");
  }

  /** The weekday on which the plan's week begins, at the day's reset. */
  static DayOfWeek weekResets(Plan plan) {
    return DayOfWeek.SUNDAY;
  }
}
