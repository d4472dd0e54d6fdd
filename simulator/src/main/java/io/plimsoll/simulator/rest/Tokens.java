package io.plimsoll.simulator.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens and until when each is good. A renewed token leaves the old one good until its own
 * end.
 */
public final class Tokens {
  /** A token's text and its end. */
  public record Token(String text, Instant expires) {}

  private final InstantSource clock;
  private final Duration life;
  private final Random random;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();

  public Tokens(InstantSource clock, Duration life, long seed) {
    this.clock = clock;
    this.life = life;
    this.random = new Random(seed);
  }

  public Token issue() {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    var token = new Token(HexFormat.of().formatHex(bytes), clock.instant().plus(life));
    issued.put(token.text(), token.expires());
    return token;
  }

  public boolean isGood(@Nullable String token) {
    var expires = token == null ? null : issued.get(token);
    return expires != null && clock.instant().isBefore(expires);
  }
}
