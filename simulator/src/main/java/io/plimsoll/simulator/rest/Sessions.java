package io.plimsoll.simulator.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Login sessions and their access tokens. A renewed token belongs to the same session and leaves
 * the old one good until its own end.
 */
public final class Sessions {
  /** A token's text and its end. */
  public record Token(String text, Instant expires, long session) {}

  private final InstantSource clock;
  private final SessionRules rules;
  private final Random random;
  private final Map<String, Token> issued = new HashMap<>();
  private final Map<String, Standing> fallen = new HashMap<>();
  private final Deque<Long> live = new ArrayDeque<>();
  private long lastSession;

  public Sessions(InstantSource clock, SessionRules rules, long seed) {
    this.clock = clock;
    this.rules = rules;
    this.random = new Random(seed);
  }

  /** A new session. The oldest gives way when there are too many. */
  public synchronized Token login() {
    live.removeIf(session -> !isAlive(session));
    live.addLast(++lastSession);
    if (rules.logins() > 0 && live.size() > rules.logins()) {
      fell(live.removeFirst());
    }
    return issue(lastSession);
  }

  /** Empty unless the token is good. */
  public synchronized Optional<Token> renew(@Nullable String token) {
    var current = token == null ? null : issued.get(token);
    return current != null && standing(token) == Standing.GOOD
        ? Optional.of(issue(current.session()))
        : Optional.empty();
  }

  public synchronized Standing standing(@Nullable String token) {
    var known = token == null ? null : issued.get(token);
    if (known == null) {
      return Standing.UNKNOWN;
    }
    var fall = fallen.get(known.text());
    if (fall != null) {
      return fall;
    }
    return clock.instant().isBefore(known.expires()) ? Standing.GOOD : Standing.EXPIRED;
  }

  /** The end of a token that was issued; the beginning of time for any other. */
  public synchronized Instant expires(String token) {
    var known = issued.get(token);
    return known == null ? Instant.EPOCH : known.expires();
  }

  public synchronized void revoke(String token) {
    fallen.put(token, Standing.REVOKED);
  }

  /** Every token issued so far is over now. */
  public synchronized void expireAll() {
    issued.values().forEach(each -> fallen.put(each.text(), Standing.EXPIRED));
  }

  private Token issue(long session) {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    var expires = clock.instant().plus(rules.tokenLife());
    var token = new Token(HexFormat.of().formatHex(bytes), expires, session);
    issued.put(token.text(), token);
    return token;
  }

  private boolean isAlive(long session) {
    return issued.values().stream()
        .anyMatch(each -> each.session() == session && standing(each.text()) == Standing.GOOD);
  }

  private void fell(long session) {
    issued.values().stream()
        .filter(each -> each.session() == session)
        .forEach(each -> fallen.put(each.text(), Standing.DISPLACED));
  }
}
