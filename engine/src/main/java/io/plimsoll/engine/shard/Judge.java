package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.session.FactKey;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.session.Held;
import io.plimsoll.engine.session.ResilientSession;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what changed to findings, alerts and actions. One thread. */
final class Judge {
  private final Scope where;
  private final Accounts accounts;
  private final Appraiser appraiser;
  private final ResilientSession session;
  private final Episodes episodes;
  private final AlertDesk alerts;
  private final ActionDesk actions;
  private boolean figuresMatter;

  /** What the engine found of itself in this life. */
  private final Map<Identity, Held> own = new HashMap<>();

  private @Nullable Feed feed;

  /** Accounts that time alone may move on. */
  private final Set<Watch> waiting = new HashSet<>();

  Judge(
      Scope where,
      Accounts accounts,
      Appraiser appraiser,
      ResilientSession session,
      Episodes episodes,
      AlertDesk alerts,
      ActionDesk actions) {
    this.where = where;
    this.accounts = accounts;
    this.appraiser = appraiser;
    this.session = session;
    this.episodes = episodes;
    this.alerts = alerts;
    this.actions = actions;
    this.figuresMatter = session.rules().factTypes().contains(AccountFigures.class);
  }

  /** Puts an entity into the session, or takes it out, when some rule matches its type. */
  void put(Book.Effect.Changed effect) {
    var key = new FactKey(effect.type().type(), effect.id());
    if (effect.now() == null) {
      session.remove(key);
    } else {
      session.put(key, effect.now());
    }
  }

  /** Makes the session hold exactly the entities of the new book. */
  void replace(Book before, Book fresh) {
    for (var type : EntityType.values()) {
      for (var entity : before.all(type)) {
        if (fresh.find(type, entity.id()).isEmpty()) {
          session.remove(FactKey.of(entity));
        }
      }
      fresh.all(type).forEach(entity -> session.put(FactKey.of(entity), entity));
    }
  }

  /** Other rules from now on: they judge everything that is known, and what was open stays open. */
  void become(RuleSet rules, Instant now, Outcome out) {
    session.become(rules);
    episodes.ruleSet(rules.version());
    alerts.become(rules);
    figuresMatter = rules.factTypes().contains(AccountFigures.class);
    own.keySet().removeIf(identity -> EngineRules.isOfRules(identity.rule()));
    for (var type : EntityType.values()) {
      accounts.book().all(type).forEach(entity -> session.put(FactKey.of(entity), entity));
    }
    if (feed != null) {
      session.put(FactKey.of(feed), feed);
    }
    judgeAll(now, out);
  }

  /** Their version. */
  String rulesInForce() {
    return session.rules().version();
  }

  void feed(Feed fact, Instant now, Outcome out) {
    feed = fact;
    session.put(FactKey.of(fact), fact);
    follow(new HashSet<>(), now, out);
  }

  /** Judges these accounts by what the book says now. */
  void judge(Collection<Long> touched, Instant now, Outcome out) {
    follow(appraiser.refresh(touched, now, out), now, out);
  }

  /** The broker's own reckoning of an account without prices. */
  void worth(long account, Money equity, Instant now, Outcome out) {
    appraiser.worth(account, equity, now);
    judge(Set.of(account), now, out);
  }

  /** The account whose worth is to be asked for now. */
  OptionalLong nextWorth(Instant now) {
    return appraiser.nextWorth(now);
  }

  /** Judges every account, and compares all that is held with all that was open. */
  void judgeAll(Instant now, Outcome out) {
    var watches = appraiser.refresh(accounts.book().accounts(), now, out);
    watches.forEach(this::push);
    fire(now, out);
    if (!session.isHalted()) {
      var held = new HashMap<>(session.findings());
      held.putAll(own);
      for (var transition : episodes.compare(held, this::isJudged, now)) {
        tell(transition, now, out);
      }
    }
    follow(watches, now, out);
  }

  private boolean isJudged(Identity identity) {
    boolean known =
        EngineRules.isOne(identity.rule()) || session.rules().rules().containsKey(identity.rule());
    return known
        && switch (identity.scope()) {
          case Scope.OfAccount(var id) -> accounts.book().account(id).isPresent();
          case Scope.OfShard _ -> true;
        };
  }

  /** The engine finds this of itself; perhaps an earlier life found it too. */
  void own(Identity identity, Instant now, Outcome out) {
    own.put(identity, EngineRules.HELD);
    for (var transition : episodes.apply(Map.of(identity, Optional.of(EngineRules.HELD)), now)) {
      tell(transition, now, out);
    }
  }

  /** What the engine found of itself is no longer so. */
  void over(Identity identity, Instant now, Outcome out) {
    own.remove(identity);
    for (var transition : episodes.apply(Map.of(identity, Optional.empty()), now)) {
      tell(transition, now, out);
    }
  }

  void committed(@Nullable Watch watch, String key, boolean live, Instant now, Outcome out) {
    if (watch != null) {
      actions.committed(watch, key, live, now, out);
      if (live) {
        follow(Set.of(watch), now, out);
      }
    }
  }

  void answered(
      @Nullable Watch watch, String key, Answer answer, boolean live, Instant now, Outcome out) {
    if (watch != null) {
      actions.answered(watch, key, answer, live, now, out);
      if (live) {
        follow(Set.of(watch), now, out);
      }
      out.concerned().forEach(concerned -> accounts.saveWith(concerned, out));
    }
  }

  /** Time alone moves these on: accounts and trades not whole, actions due or not proven. */
  void followTime(Instant now, Outcome out) {
    var due = new ArrayList<>(accounts.arrived(now));
    for (var watch : waiting) {
      if (watch.again != null && !now.isBefore(watch.again)) {
        due.add(watch.accountId);
      }
    }
    if (!due.isEmpty()) {
      judge(due, now, out);
    }
    // An account that the broker does not send just now has no facts to be decided by.
    var present = new HashSet<>(waiting);
    present.removeIf(watch -> accounts.book().account(watch.accountId).isEmpty());
    if (!present.isEmpty()) {
      follow(present, now, out);
    }
  }

  /** Fires, decides, and again while the proof of an action changes what the rules see. */
  private void follow(Set<Watch> watches, Instant now, Outcome out) {
    var touched = new HashSet<>(watches);
    for (int round = 0; round < 4; round++) {
      touched.forEach(this::push);
      touched.addAll(fire(now, out));
      boolean moved = false;
      for (var watch : touched) {
        var before = watch.fact();
        actions.decide(watch, now, out);
        moved |= !watch.fact().equals(before);
      }
      for (var step : out.takeEnded()) {
        report(step, now, out);
      }
      if (!moved) {
        break;
      }
    }
    for (var watch : touched) {
      accounts.changed(watch);
      if (watch.action != null || watch.again != null || watch.later != null) {
        waiting.add(watch);
      } else {
        waiting.remove(watch);
      }
    }
    out.concerned().forEach(watch -> accounts.saveWith(watch, out));
  }

  private void push(Watch watch) {
    var fact = watch.fact();
    session.put(FactKey.of(fact), fact);
    if (figuresMatter) {
      var figures = watch.figures();
      session.put(FactKey.of(figures), figures);
    }
  }

  /** The accounts whose findings changed. */
  private Set<Watch> fire(Instant now, Outcome out) {
    var concerned = new HashSet<Watch>();
    for (var transition : Firing.changes(session, episodes, where, now)) {
      if (EngineRules.isOne(transition.episode().identity().rule())) {
        own.put(transition.episode().identity(), EngineRules.HELD);
      }
      var watch = tell(transition, now, out);
      if (watch != null) {
        concerned.add(watch);
      }
    }
    return concerned;
  }

  private @Nullable Watch tell(Episodes.Transition transition, Instant now, Outcome out) {
    var watch =
        switch (transition.episode().identity().scope()) {
          case Scope.OfAccount(var id) -> accounts.watch(id);
          case Scope.OfShard _ -> null;
        };
    alerts.tell(transition, watch, now, out);
    if (watch != null) {
      out.concerns(watch);
    }
    return watch;
  }

  /** Tells people when what was required of an account has been proven. */
  private void report(Outcome.Step step, Instant now, Outcome out) {
    var watch = step.watch();
    var action = step.action();
    var text = Done.text(action, watch);
    if (!text.isEmpty()) {
      episodes.of(watch.accountId).stream()
          .filter(episode -> episode.requires() != Restriction.NONE)
          .forEach(episode -> alerts.done(episode, watch, text, action.key(), now, out));
    }
  }
}
