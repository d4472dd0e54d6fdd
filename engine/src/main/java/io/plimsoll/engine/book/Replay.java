package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Detail;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import io.plimsoll.engine.tradovate.entity.OfUser;
import io.plimsoll.engine.tradovate.entity.Order;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Reference;
import org.jspecify.annotations.Nullable;

/** What the broker has told before and tells again. */
final class Replay {
  private Replay() {}

  /**
   * The broker was seen to send a whole session's events again at its end: what is older than what
   * we have is history.
   */
  static boolean isOne(@Nullable Entity before, Entity now) {
    return switch (now) {
      case CashBalance sent when before instanceof CashBalance had ->
          sent.timestamp().isBefore(had.timestamp());
      case Position sent when before instanceof Position had ->
          sent.timestamp().isBefore(had.timestamp());
      case AccountRiskStatus sent when before instanceof AccountRiskStatus had ->
          sent.adminTimestamp() != null
              && had.adminTimestamp() != null
              && sent.adminTimestamp().isBefore(had.adminTimestamp());
      case MarginSnapshot sent when before instanceof MarginSnapshot had ->
          sent.timestamp() != null
              && had.timestamp() != null
              && sent.timestamp().isBefore(had.timestamp());
      // Its time is that of its making; but an order that is done does not live again.
      case Order sent when before instanceof Order had ->
          sent.ordStatus().isAlive() && !had.ordStatus().isAlive();
      case OfAccount _, Detail _, OfUser _, Reference _ -> false;
    };
  }

  /**
   * A status from before a restriction, sent again, looks like its end where the broker gives no
   * time.
   */
  static boolean mayLift(AccountRiskStatus had, AccountRiskStatus sent) {
    return had.adminAction() != null
        && had.adminAction() != AdminAction.Normal
        && had.adminAction() != AdminAction.UNKNOWN
        && had.adminAction() != sent.adminAction()
        && (sent.adminTimestamp() == null || sent.adminTimestamp().equals(had.adminTimestamp()));
  }
}
