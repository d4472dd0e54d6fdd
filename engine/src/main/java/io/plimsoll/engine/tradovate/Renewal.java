package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a token is renewed, and what follows from the answer. Every renewal counts at the broker,
 * also those that fail, so they come ever more rarely while one does not settle it. Sends nothing
 * itself. Not safe for use by many threads.
 */
final class Renewal {
  static final String ENDPOINT = "auth/renewaccesstoken";

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
  private static final Duration EARLY = Duration.ofMinutes(15);
  private static final Duration FIRST_GAP = Duration.ofMinutes(1);
  private static final Duration LONGEST_GAP = Duration.ofMinutes(10);
  private static final Duration AFTER_LIMIT = Duration.ofMinutes(5);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);

  private Instant last = Instant.MIN;
  private Instant notBefore = Instant.MIN;
  private Duration gap = FIRST_GAP;
  private @Nullable String ticket;

  /** What became of one renewal. */
  sealed interface Outcome {
    record Renewed(Token token) implements Outcome {}

    /** It did not work, and the token may still be good. */
    record Failed() implements Outcome {}

    /** The broker does not know the token. */
    record Gone() implements Outcome {}
  }

  /**
   * @param doubted the broker did not take the token, which may or may not be the token's fault
   */
  boolean isDue(Token held, boolean doubted, Instant now) {
    boolean wanted = doubted || !now.isBefore(held.expires().minus(EARLY));
    return wanted && !now.isBefore(notBefore);
  }

  /** To be sent along when the last renewal was answered with a penalty. */
  @Nullable String ticket() {
    return ticket;
  }

  /**
   * @param doubted as of {@link #isDue}: with a token that was not taken, a refusal settles it
   */
  Outcome learn(Answer answer, Token held, boolean doubted, Instant now) {
    ticket = null;
    space(now);
    switch (answer) {
      case Answer.Ok(var body) when Token.isIn(body) -> {
        var token = Token.read(body, held, now);
        LOG.atInfo().setMessage("token renewed").addKeyValue("expires", token.expires()).log();
        return new Outcome.Renewed(token);
      }
      case Answer.Unauthorized _ -> {
        return gone("token not known any more");
      }
      case Answer.Refused _ when doubted -> {
        return gone("token neither taken nor renewed");
      }
      case Answer.Unclear(var reason) when reason.startsWith("status 408") -> {
        return gone("session displaced by another login");
      }
      case Answer.Penalty(var given, var delay, var captcha) -> {
        ticket = captcha ? null : given;
        notBefore = now.plus(captcha ? AFTER_CAPTCHA : delay);
      }
      case Answer.Limited(var status, var retryAfter) ->
          later(retryAfter == null ? AFTER_LIMIT : retryAfter, now);
      case Answer.NotSent(var reason, var pause) -> later(pause, now);
      case Answer.Ok _, Answer.Refused _, Answer.Unreachable _, Answer.Unclear _ -> {}
    }
    LOG.atWarn()
        .setMessage("token not renewed")
        .addKeyValue("expires", held.expires())
        .addKeyValue("notBefore", notBefore)
        .log();
    return new Outcome.Failed();
  }

  private static Outcome gone(String why) {
    LOG.atWarn().setMessage(why).log();
    return new Outcome.Gone();
  }

  private void space(Instant now) {
    boolean alone = last.isBefore(now.minus(LONGEST_GAP.multipliedBy(2)));
    var longer = gap.multipliedBy(2);
    gap = alone ? FIRST_GAP : longer.compareTo(LONGEST_GAP) < 0 ? longer : LONGEST_GAP;
    last = now;
    notBefore = now.plus(gap);
  }

  private void later(Duration pause, Instant now) {
    var told = now.plus(pause);
    notBefore = told.isAfter(notBefore) ? told : notBefore;
  }
}
