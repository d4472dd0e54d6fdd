package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.store.Effect;
import java.time.Instant;
import java.util.Set;
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
    watch.become(Risk.rebased(watch.risk, watch.plan, balance, equity, watch.plan.start(), now));
    return new Command.Answer.Done(
        "rebased: peak and anchors begin at balance %s, equity %s".formatted(balance, equity));
  }
}
