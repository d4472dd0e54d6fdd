package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.risk.Windows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the book to the states of accounts: what each is worth and where that puts it. One thread.
 */
final class Appraiser {
  private static final Logger LOG = LoggerFactory.getLogger(Appraiser.class);

  private final Accounts accounts;
  private final PriceSource price;
  private final boolean marketData;
  private final Worths worths;
  private final ActionDesk actions;
  private final CashDesk cash;
  private final FiguresLog figures = new FiguresLog();

  /**
   * @param marketData whether prices come at all
   */
  Appraiser(
      Accounts accounts,
      PriceSource price,
      boolean marketData,
      Worths worths,
      ActionDesk actions,
      CashDesk cash) {
    this.accounts = accounts;
    this.price = price;
    this.marketData = marketData;
    this.worths = worths;
    this.actions = actions;
    this.cash = cash;
  }

  /** Brings these accounts up to date; those the broker never sent are left out. */
  Set<Watch> refresh(Collection<Long> touched, Instant now, Outcome out) {
    var valuation = new Valuation(accounts.book(), price);
    var watches = new HashSet<Watch>();
    for (long id : touched) {
      accounts.refreshed(id, now).ifPresent(watch -> watches.add(watch));
    }
    for (var watch : watches) {
      if (watch.custody.isRelease(watch.view, actions.isUnlocking(watch))) {
        actions.release(watch, now, out);
      }
      watch.become(watch.custody.saw(watch.view.adminAction()));
      evaluate(watch, valuation, now);
    }
    return watches;
  }

  private void evaluate(Watch watch, Valuation valuation, Instant now) {
    accounts
        .book()
        .account(watch.accountId)
        .ifPresent(page -> {
          var priced = priced(watch, page, valuation.read(page), now);
          var believed = watch.believed(page, jumped(watch, page, priced, valuation), now);
          watch.now = cash.settled(watch, page, believed, valuation, now);
          watch.now = watch.patient(watch.now, now);
          watch.wakeAt(Windows.next(watch.now, now));
          var before = watch.last;
          watch.last = watch.now.orElse(before);
          var account = page.account();
          var size =
              account == null || account.evaluationSize() == null
                  ? null
                  : Money.of(account.evaluationSize());
          var next = judged(watch, before, size, now);
          figures.evaluated(watch, next, now);
          watch.become(next);
          cash.evaluated(watch, page);
        });
  }

  /** A price that moves by more than the plan believes is to be seen twice. */
  private static Reading jumped(
      Watch watch, AccountPage page, Reading reading, Valuation valuation) {
    var most = watch.plan.conduct().jump();
    return most == null || valuation.largestMove(page).compareTo(most) <= 0
        ? reading
        : reading.afterJump();
  }

  /** Where prices are missing, what the plan wants in their place. */
  private Reading priced(Watch watch, AccountPage page, Reading reading, Instant now) {
    var balance = reading.balance();
    if (reading.openPnl() != null || balance == null) {
      worths.priced(watch.accountId);
      return reading;
    }
    return switch (watch.plan.conduct().withoutPrices()) {
      case UNKNOWN -> reading;
      case SNAPSHOT ->
          worths
              .of(watch.accountId, now)
              .map(equity -> reading.withOpenPnl(equity.minus(balance)))
              .orElse(reading);
      case REALIZED -> canBePriced(page) ? reading : reading.withOpenPnl(Money.ZERO);
    };
  }

  private boolean canBePriced(AccountPage page) {
    return marketData
        && page.openPositions().stream()
            .noneMatch(position -> accounts.book().isUnquoted(position.contractId()));
  }

  /** The broker's own reckoning of an account without prices. */
  void worth(long account, Money equity, Instant now) {
    worths.told(account, equity, now);
  }

  /** The account whose worth is to be asked for now. */
  OptionalLong nextWorth(Instant now) {
    return worths.next(now);
  }

  /** By its plan, and by the one assigned to it when its time has come. */
  private RiskState judged(Watch watch, Reading before, @Nullable Money size, Instant now) {
    var next = Risk.evaluate(watch.risk, watch.plan, watch.now, before, size, now);
    var assigned = watch.assigned;
    if (assigned == null || watch.now.equity() == null || !isDue(assigned, watch.risk, next)) {
      return next;
    }
    var held = watch.plan;
    watch.plan = assigned.plan();
    watch.assigned = null;
    watch.dirty = true;
    accounts.plans().hold(watch.plan);
    LOG.atInfo()
        .setMessage("account is held to another plan")
        .addKeyValue("account", watch.accountId)
        .addKeyValue("before", held.name() + "@" + held.version())
        .addKeyValue("now", watch.plan.name() + "@" + watch.plan.version())
        .log();
    return Risk.assigned(watch.risk, held, watch.plan, watch.now, before, size, now);
  }

  private static boolean isDue(Watch.Assigned assigned, RiskState before, RiskState next) {
    return assigned.atOnce()
        || (before.session() != null && !Objects.equals(before.session(), next.session()));
  }
}
