package io.plimsoll.engine.shard;

import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.alert.Stages;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.session.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The durable set of open episodes, and how findings change it. One thread. */
final class Episodes {
  private final Stages stages;
  private String ruleSet;
  private final Map<Scope, Map<Identity, Episode>> open = new HashMap<>();

  Episodes(Stages stages, String ruleSet, Collection<Episode> remembered) {
    this.stages = stages;
    this.ruleSet = ruleSet;
    remembered.forEach(episode -> at(episode.identity()).put(episode.identity(), episode));
  }

  /** How one episode changed. */
  sealed interface Transition {
    Episode episode();

    record Opened(Episode episode) implements Transition {}

    /** The same identity asks for something else now: no new episode, but decide again. */
    record AsksElse(Episode episode) implements Transition {}

    record Closed(Episode episode) implements Transition {}
  }

  /** The version of the rules that open episodes from now on. */
  void ruleSet(String version) {
    ruleSet = version;
  }

  /** What the changed findings mean for the open set. */
  List<Transition> apply(Map<Identity, Optional<Held>> changes, Instant now) {
    var transitions = new ArrayList<Transition>();
    changes.forEach((identity, held) -> {
      if (held.isPresent()) {
        holds(identity, held.get(), now).ifPresent(transitions::add);
      } else {
        gone(identity, now).ifPresent(transitions::add);
      }
    });
    return transitions;
  }

  /**
   * Compares the open set with everything held after a new snapshot.
   *
   * @param judged whether the finding could have been found again: its rule is loaded and its
   *     account was sent. What could not be judged stands
   */
  List<Transition> compare(Map<Identity, Held> held, Predicate<Identity> judged, Instant now) {
    var transitions = new ArrayList<Transition>();
    held.forEach((identity, what) -> holds(identity, what, now).ifPresent(transitions::add));
    var identities = open.values().stream().flatMap(some -> some.keySet().stream()).toList();
    for (var identity : identities) {
      if (!held.containsKey(identity) && judged.test(identity)) {
        gone(identity, now).ifPresent(transitions::add);
      }
    }
    return transitions;
  }

  private Optional<Transition> holds(Identity identity, Held held, Instant now) {
    var before = at(identity).get(identity);
    if (before == null) {
      var stage = stages.of(identity.rule());
      var episode = new Episode(identity, now, stage, held.asks(), held.tells(), ruleSet, null);
      at(identity).put(identity, episode);
      return Optional.of(new Transition.Opened(episode));
    }
    if (before.asks() == held.asks() && before.tells().equals(held.tells())) {
      return Optional.empty();
    }
    var episode = before.asking(held.asks(), held.tells());
    at(identity).put(identity, episode);
    return Optional.of(new Transition.AsksElse(episode));
  }

  private Optional<Transition> gone(Identity identity, Instant now) {
    var before = at(identity).remove(identity);
    return before == null
        ? Optional.empty()
        : Optional.of(new Transition.Closed(before.closed(now)));
  }

  /** The strictest restriction that open episodes of the account require. */
  Restriction required(long accountId) {
    var required = Restriction.NONE;
    for (var episode : of(accountId)) {
      if (episode.requires() != Restriction.FLATTEN) {
        required = required.stricter(episode.requires());
      }
    }
    return required;
  }

  /** Whether some open episode wants everything of the account closed, and no more. */
  boolean isToBeFlat(long accountId) {
    return of(accountId).stream().anyMatch(one -> one.requires() == Restriction.FLATTEN);
  }

  /**
   * A person's release ends what open episodes require, also of rules that no longer say when they
   * end; the episodes themselves stand until their cause goes.
   */
  List<Episode> release(long accountId) {
    var released = new ArrayList<Episode>();
    for (var episode : of(accountId)) {
      if (episode.requires() != Restriction.NONE) {
        var standing = episode.released();
        at(episode.identity()).put(episode.identity(), standing);
        released.add(standing);
      }
    }
    return released;
  }

  List<Episode> of(long accountId) {
    return of(new Scope.OfAccount(accountId));
  }

  List<Episode> of(Scope scope) {
    return List.copyOf(open.getOrDefault(scope, Map.of()).values());
  }

  private Map<Identity, Episode> at(Identity identity) {
    return open.computeIfAbsent(identity.scope(), scope -> new HashMap<>());
  }
}
