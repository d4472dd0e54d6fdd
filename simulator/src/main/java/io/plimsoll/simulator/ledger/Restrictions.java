package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.ledger.Outcome.Refused;
import io.plimsoll.simulator.market.Instrument;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an administrator has forbidden an account, kept in its accountRiskStatus. */
public final class Restrictions {
  /** In the vendor's order: its error text speaks of a range. */
  public static final List<String> ACTIONS =
      List.of(
          "Normal",
          "LiquidateOnlyModeImmediately",
          "LockTradingImmediately",
          "LiquidateImmediately",
          "PlaceAutoLiqOnHold",
          "AgreedOnLiqOnlyModeByAutoLiq",
          "AgreedOnLiquidationByAutoLiq",
          "DisableAutoLiq");

  private final Books books;
  private final PositionLimits positionLimits;
  private final Journal journal;
  private final InstantSource clock;

  public Restrictions(Books books, Journal journal, InstantSource clock) {
    this.books = books;
    this.positionLimits = new PositionLimits(books);
    this.journal = journal;
    this.clock = clock;
  }

  /** Empty when none is set, which means Normal. */
  public Optional<String> action(long account) {
    return books
        .find(EntityType.ACCOUNT_RISK_STATUS, account)
        .flatMap(status -> status.text("adminAction"));
  }

  /** The broker's own liquidation locks as well. */
  boolean isLocked(long account) {
    return action(account)
        .filter(List.of("LockTradingImmediately", "LiquidateImmediately")::contains)
        .isPresent();
  }

  Optional<Refused> refusal(Ticket ticket, Instrument traded) {
    if (ticket.admin()) {
      return Optional.empty();
    }
    if (isLocked(ticket.accountId())) {
      return Optional.of(
          new Refused("TradingLocked", "Account %d is locked.".formatted(ticket.accountId())));
    }
    var liquidateOnly =
        action(ticket.accountId()).filter("LiquidateOnlyModeImmediately"::equals).isPresent();
    return liquidateOnly && !closes(ticket, traded)
        ? Optional.of(
            new Refused(
                "LiquidationOnly",
                "Account %d may only close positions.".formatted(ticket.accountId())))
        : positionLimits.refusal(ticket, traded);
  }

  /**
   * Writes the action with the time of now; empty takes both away. Closing positions is for the
   * caller.
   */
  public Entity set(long account, Optional<String> action) {
    var status =
        books
            .get(EntityType.ACCOUNT_RISK_STATUS, account)
            .with(fields -> {
              fields.remove(List.of("adminAction", "adminTimestamp"));
              action.ifPresent(word ->
                  fields
                      .put("adminAction", word)
                      .put("adminTimestamp", Json.time(clock.instant())));
            });
    journal.update(status);
    return status;
  }

  Optional<Entity> resetAutoLiq(long account) {
    return books
        .find(EntityType.ACCOUNT_RISK_STATUS, account)
        .map(status -> {
          var next =
              status.with(fields ->
                  fields.remove(
                      List.of(
                          "liquidateOnly",
                          "userTriggeredLiqOnly",
                          "autoLiqStarted",
                          "autoLiqStopped",
                          "autoLiqCounter")));
          journal.update(next);
          return next;
        });
  }

  private boolean closes(Ticket ticket, Instrument traded) {
    var net =
        books
            .position(ticket.accountId(), traded.contractId())
            .map(row -> row.count("netPos"))
            .orElse(0);
    return net != 0 && Side.closing(net) == ticket.side() && ticket.qty() <= Math.abs(net);
  }
}
