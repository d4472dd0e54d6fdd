package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.Secret;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What the broker gave us to speak to it with.
 *
 * @param marketData for the market-data socket; the access token where the broker gave no other
 * @param expires the broker's word for it, by its clock
 */
record Token(Secret access, Secret marketData, Instant expires) {
  private static final Logger LOG = LoggerFactory.getLogger(Token.class);

  /** The vendor documents 90 minutes; for answers that do not say. */
  private static final Duration LIFE = Duration.ofMinutes(90);

  /** A header refuses other characters, and says in its complaint what it was given. */
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

  /** Whether an answer to a login or a renewal brings a token that can be used. */
  static boolean isIn(JsonNode body) {
    return SENDABLE.matcher(body.path("accessToken").asString("")).matches();
  }

  /**
   * @param before the token that this one renews; null after a login
   */
  static Token read(JsonNode body, @Nullable Token before, Instant now) {
    var access = new Secret(body.path("accessToken").asString(""));
    var given = body.path("mdAccessToken").asString("");
    var marketData =
        !given.isEmpty() ? new Secret(given) : before == null ? access : kept(before, access);
    return new Token(access, marketData, expiry(body, now));
  }

  /** A renewal that names no market-data token leaves the one of its own. */
  private static Secret kept(Token before, Secret access) {
    return before.marketData().equals(before.access()) ? access : before.marketData();
  }

  private static Instant expiry(JsonNode body, Instant now) {
    try {
      var told = Instant.parse(body.path("expirationTime").asString(""));
      return told.isAfter(now) ? told : otherClock(told, now);
    } catch (DateTimeException absent) {
      return now.plus(LIFE);
    }
  }

  /**
   * A token that has just come is good; where it seems to have ended before, the clocks differ. To
   * believe that it has ended would lead to a login for every call.
   */
  private static Instant otherClock(Instant told, Instant now) {
    LOG.atError()
        .setMessage(
            "the broker's token has ended by our clock; set the clock of this machine right")
        .addKeyValue("expires", told)
        .addKeyValue("now", now)
        .log();
    return now.plus(LIFE);
  }

  boolean isGood(Instant now) {
    return now.isBefore(expires);
  }

  boolean is(String text) {
    return text.equals(access.reveal()) || text.equals(marketData.reveal());
  }
}
