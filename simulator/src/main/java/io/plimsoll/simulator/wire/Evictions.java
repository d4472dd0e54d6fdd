package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.rest.SessionRules;
import io.plimsoll.simulator.rest.Sessions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Which sockets have to go: one too many, or one whose token is at its end. */
final class Evictions {
  private final SessionRules rules;
  private final Sessions sessions;

  Evictions(SessionRules rules, Sessions sessions) {
    this.rules = rules;
    this.sessions = sessions;
  }

  /** Called when one more is open. All come from one address: this is loopback. */
  void opened(Collection<Conversation> open) {
    if (rules.addresses() > 0 && open.size() > rules.addresses()) {
      evict(oldest(open), "IPQuotaReached");
    }
  }

  /** Called when one more is authorized. */
  void authorized(Collection<Conversation> open) {
    var known = open.stream().filter(each -> each.token().isPresent()).toList();
    if (rules.connections() > 0 && known.size() > rules.connections()) {
      evict(oldest(known), "ConnectionQuotaReached");
    }
  }

  void expire(Collection<Conversation> open, Instant now) {
    if (rules.atExpiry() == SessionRules.AtExpiry.stays) {
      return;
    }
    for (var each : open) {
      if (each.token().filter(token -> !now.isBefore(sessions.expires(token))).isPresent()) {
        switch (rules.atExpiry()) {
          case closed -> each.line().hangUp("Expired Access Token");
          case silent -> each.line().queue(new Out.Mute());
          case stays -> {}
        }
      }
    }
  }

  static void shutDown(Conversation conversation, String reasonCode) {
    conversation.line().queue(new Out.Text(Frames.shutdown(reasonCode)));
    conversation.line().hangUp(reasonCode);
  }

  private void evict(Conversation oldest, String reasonCode) {
    shutDown(oldest, reasonCode);
    if (rules.revokes()) {
      oldest.token().ifPresent(sessions::revoke);
    }
  }

  private static Conversation oldest(Collection<Conversation> some) {
    return some.stream().min(Comparator.comparingLong(Conversation::opened)).orElseThrow();
  }
}
