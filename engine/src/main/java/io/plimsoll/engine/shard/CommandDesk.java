package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.store.Effect;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people order. One thread. */
final class CommandDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

  private final Accounts accounts;
  private final Episodes episodes;
  private final Judge judge;

  CommandDesk(Accounts accounts, Episodes episodes, Judge judge) {
    this.accounts = accounts;
    this.episodes = episodes;
    this.judge = judge;
  }

  /**
   * @param live whether the facts are those of the broker just now
   */
  Command.Answer carryOut(Command command, boolean live, Instant now, Outcome out) {
    var watch = accounts.watch(command.accountId());
    if (watch == null) {
      return new Command.Answer.Refused(
          "The account (%d) is not followed. Check its id, and broker.follow."
              .formatted(command.accountId()));
    }
    if (!live) {
      return new Command.Answer.Refused(
          "The broker's feed is not live, so nothing could prove what is done. Try again when it is.");
    }
    var answer =
        switch (command) {
          case Command.Unlock unlock -> unlock(watch, out);
          case Command.Rebase rebase -> rebase(watch, now, out);
          case Command.Assign assign -> assign(watch, assign, now);
        };
    LOG.atInfo()
        .setMessage("command")
        .addKeyValue("kind", command.getClass().getSimpleName())
        .addKeyValue("account", command.accountId())
        .addKeyValue("by", command.by())
        .addKeyValue("reason", command.reason())
        .addKeyValue("answer", answer)
        .log();
    judge.judge(Set.of(command.accountId()), now, out);
    if (answer instanceof Command.Answer.Done) {
      accounts.saveWith(watch, out);
    }
    return answer;
  }

  private Command.Answer unlock(Watch watch, Outcome out) {
    boolean ours = watch.custody.isOurs(watch.view);
    boolean required = watch.custody.required() != Restriction.NONE;
    letGo(watch, out);
    if (ours) {
      return new Command.Answer.Done("unlocked: the restriction is ours and is being lifted");
    }
    return watch.view.isFree()
        ? new Command.Answer.Done(
            required ? "released: nothing is required any more" : "nothing was required")
        : new Command.Answer.Done(
            "released, but the restriction at the broker is not ours: lift it there");
  }

  private void letGo(Watch watch, Outcome out) {
    watch.become(watch.risk.released());
    episodes.release(watch.accountId).forEach(episode -> out.save(new Effect.SaveEpisode(episode)));
    out.concerns(watch);
  }

  private Command.Answer rebase(Watch watch, Instant now, Outcome out) {
    var balance = watch.now.balance();
    var equity = watch.now.equity();
    if (balance == null || equity == null) {
      return new Command.Answer.Refused(
          "The account's equity is not known just now. Try again when it is.");
    }
    letGo(watch, out);
    watch.become(Risk.rebased(watch.risk, watch.plan, balance, equity, watch.risk.start(), now));
    return new Command.Answer.Done(
        "rebased: peak and anchors begin at balance %s, equity %s".formatted(balance, equity));
  }

  private Command.Answer assign(Watch watch, Command.Assign order, Instant now) {
    var name = order.plan();
    var plan = name == null ? accounts.written(watch) : accounts.plans().named(name).orElse(null);
    if (plan == null || plan.version().isEmpty()) {
      return new Command.Answer.Refused(noPlan(watch, name));
    }
    if (plan.version().equals(watch.plan.version()) && plan.name().equals(watch.plan.name())) {
      watch.assigned = null;
      return new Command.Answer.Done("held to plan %s already".formatted(text(plan)));
    }
    if (order.atOnce() && watch.now.equity() == null) {
      return new Command.Answer.Refused(
          "The account's equity is not known just now, so nothing could tell what the plan (%s) means for it. Try again when it is, or --at next-reset."
              .formatted(plan.name()));
    }
    watch.assigned = new Watch.Assigned(plan, order.atOnce());
    return new Command.Answer.Done(
        order.atOnce()
            ? "held to plan %s from now on; before, to %s".formatted(text(plan), text(watch.plan))
            : "held to plan %s from the next reset on, %s; until then to %s"
                .formatted(text(plan), watch.plan.session().nextReset(now), text(watch.plan)));
  }

  private String noPlan(Watch watch, @Nullable String name) {
    var plans = String.join(", ", accounts.plans().names());
    return name == null
        ? "No plan matches the account (%s). Name one with --plan: %s.".formatted(watch.name, plans)
        : "There is no plan (%s). Plans: %s.".formatted(name, plans);
  }

  private static String text(Plan plan) {
    return plan.version().isEmpty() ? "none" : plan.name() + " version " + plan.version();
  }
}
