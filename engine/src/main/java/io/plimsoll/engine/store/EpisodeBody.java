package io.plimsoll.engine.store;

import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An episode as it is written: flat, with its scope as text. */
record EpisodeBody(
    String rule,
    String scope,
    String subject,
    Instant openedAt,
    Stage stage,
    Restriction asks,
    Set<String> tells,
    String ruleSet,
    @Nullable Instant closedAt) {

  static EpisodeBody of(Episode episode) {
    var identity = episode.identity();
    return new EpisodeBody(
        identity.rule(),
        identity.scope().toString(),
        identity.subject(),
        episode.openedAt(),
        episode.stage(),
        episode.asks(),
        episode.tells(),
        episode.ruleSet(),
        episode.closedAt());
  }

  Episode toEpisode() {
    return new Episode(
        new Finding.Identity(rule, Scope.parse(scope), subject),
        openedAt,
        stage,
        asks,
        tells,
        ruleSet,
        closedAt);
  }
}
