package io.plimsoll.engine.action;

import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Order;
import io.plimsoll.engine.tradovate.entity.Position;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the broker's facts show of an account, as far as actions care.
 *
 * @param openContracts contracts with an open position
 * @param liveOrders orders that may still be filled
 * @param adminAction Normal in a status that names none; UNKNOWN while there is no status
 * @param adminTimestamp when it was set, broker time; null where the broker sent none
 * @param brokerLiquidates whether a liquidation of the broker's own has begun and not ended
 * @param doubtful types of which something could not be read: there may be more than is here
 */
public record AccountView(
    long accountId,
    List<Long> openContracts,
    List<Long> liveOrders,
    AdminAction adminAction,
    @Nullable Instant adminTimestamp,
    boolean brokerLiquidates,
    Set<EntityType> doubtful) {

  public AccountView {
    openContracts = List.copyOf(openContracts);
    liveOrders = List.copyOf(liveOrders);
    doubtful = Set.copyOf(doubtful);
  }

  public static AccountView of(AccountPage page) {
    var status = page.status();
    return new AccountView(
        page.id(),
        page.openPositions().stream().map(Position::contractId).sorted().toList(),
        page.liveOrders().stream().map(Order::id).sorted().toList(),
        adminAction(status),
        status == null ? null : status.adminTimestamp(),
        status != null && isLiquidating(status),
        Stream.of(EntityType.POSITION, EntityType.ORDER)
            .filter(page::isDoubtful)
            .collect(Collectors.toSet()));
  }

  private static boolean isLiquidating(AccountRiskStatus status) {
    var started = status.autoLiqStarted();
    var stopped = status.autoLiqStopped();
    return started != null && (stopped == null || stopped.isBefore(started));
  }

  private static AdminAction adminAction(@Nullable AccountRiskStatus status) {
    if (status == null) {
      return AdminAction.UNKNOWN;
    }
    return status.adminAction() == null ? AdminAction.Normal : status.adminAction();
  }

  /** Whether the broker's own enforcement shows: nothing open, restricted, or being closed. */
  public boolean isRestrained() {
    return isFlat() || brokerLiquidates || strictness(adminAction) > 0;
  }

  /** Whether no restriction is in force. */
  public boolean isFree() {
    return strictness(adminAction) == 0;
  }

  /** An admin action that is not known says nothing: where it is not, what was seen before it. */
  public AccountView orLastSeen(@Nullable AdminAction lastSeen) {
    return adminAction == AdminAction.UNKNOWN && lastSeen != null
        ? new AccountView(
            accountId,
            openContracts,
            liveOrders,
            lastSeen,
            adminTimestamp,
            brokerLiquidates,
            doubtful)
        : this;
  }

  /** Whether nothing is open; not while that cannot be told. */
  public boolean isFlat() {
    return openContracts.isEmpty() && !doubtful.contains(EntityType.POSITION);
  }

  /** Whether no order may be filled; not while that cannot be told. */
  public boolean isQuiet() {
    return liveOrders.isEmpty() && !doubtful.contains(EntityType.ORDER);
  }

  /** Whether nothing is seen to be open, and that may be wrong. */
  boolean isOnlyDoubtful() {
    return openContracts.isEmpty() && liveOrders.isEmpty() && !doubtful.isEmpty();
  }

  /** Opening orders are refused. */
  boolean isLiquidateOnly() {
    return strictness(adminAction) >= 1;
  }

  boolean isLocked() {
    return adminAction == AdminAction.LockTradingImmediately;
  }

  /** How much an admin action restricts; what the vendor keeps to itself restricts nothing. */
  static int strictness(AdminAction action) {
    return switch (action) {
      case LiquidateOnlyModeImmediately -> 1;
      case LockTradingImmediately, LiquidateImmediately -> 2;
      case Normal,
          PlaceAutoLiqOnHold,
          AgreedOnLiqOnlyModeByAutoLiq,
          AgreedOnLiquidationByAutoLiq,
          DisableAutoLiq,
          UNKNOWN ->
          0;
    };
  }
}
