package io.plimsoll.engine.tradovate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one session with the broker: logs in once and then renews, since a second login evicts the
 * first session (vendor's API description). Safe for use by many threads.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final Duration EARLY = Duration.ofMinutes(15);
  private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);
  private static final Duration LONGEST_TICKET = Duration.ofMinutes(5);

  private final Rest rest;
  private final Credentials credentials;
  private final InstantSource clock;
  private @Nullable Token token;
  private boolean doubted;
  private Instant noRenewalBefore = Instant.MIN;
  private Instant noLoginBefore = Instant.MIN;
  private String whyNoLogin = "";

  private record Token(String text, @Nullable String marketData, Instant expires) {}

  public Tokens(Rest rest, Credentials credentials, InstantSource clock) {
    this.rest = rest;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * A token that is good now; renewed when it has less than 15 minutes left.
   *
   * @throws LoginException when none can be had
   */
  public synchronized String current() throws LoginException {
    return valid().text();
  }

  /** The market-data token; the access token where the broker gives no other. */
  synchronized String forMarketData() throws LoginException {
    var now = valid();
    return now.marketData() == null ? now.text() : now.marketData();
  }

  /**
   * The broker did not take this token. The next call renews it, and logs in only if that is
   * refused too: a 401 may also mean that the user lacks a right, and no login helps with that.
   */
  public synchronized void refused(String text) {
    if (token != null && (text.equals(token.text()) || text.equals(token.marketData()))) {
      doubted = true;
    }
  }

  /** Renews when it is time, so that no session ends for want of calls. Never logs in. */
  synchronized void keepFresh() {
    var held = token;
    if (held != null && clock.instant().isBefore(held.expires()) && wantsRenewal(held)) {
      renew(held);
    }
  }

  private Token valid() throws LoginException {
    keepFresh();
    var held = token;
    return held != null && clock.instant().isBefore(held.expires()) ? held : loggedIn();
  }

  private boolean wantsRenewal(Token held) {
    var now = clock.instant();
    boolean due = doubted || !now.isBefore(held.expires().minus(EARLY));
    return due && !now.isBefore(noRenewalBefore);
  }

  private void renew(Token held) {
    noRenewalBefore = clock.instant().plus(BETWEEN_RENEWALS);
    var answer = rest.get("auth/renewaccesstoken", held.text());
    if (answer instanceof Answer.Ok(var body) && body.hasNonNull("accessToken")) {
      LOG.atInfo().setMessage("token renewed").addKeyValue("expires", expiry(body)).log();
      token = read(body, held.marketData());
      doubted = false;
      return;
    }
    LOG.atWarn().setMessage("token not renewed").addKeyValue("expires", held.expires()).log();
    if (answer instanceof Answer.Unauthorized) {
      token = null;
    }
  }

  /** A refusal is remembered: each failure counts at the broker, and five block the user. */
  private Token loggedIn() throws LoginException {
    var now = clock.instant();
    if (now.isBefore(noLoginBefore)) {
      throw new LoginException(whyNoLogin, Duration.between(now, noLoginBefore));
    }
    try {
      return logIn();
    } catch (LoginException refused) {
      noLoginBefore = clock.instant().plus(refused.retryAfter());
      whyNoLogin = String.valueOf(refused.getMessage());
      throw refused;
    }
  }

  private Token logIn() throws LoginException {
    var body = request();
    var answer = rest.post("auth/accesstokenrequest", body);
    if (answer instanceof Answer.Penalty(var ticket, var wait, var captcha)) {
      answer = withTicket(body, ticket, wait, captcha);
    }
    return switch (answer) {
      case Answer.Ok(var ok) when ok.hasNonNull("accessToken") -> {
        var next = read(ok, null);
        token = next;
        doubted = false;
        LOG.atInfo().setMessage("logged in").addKeyValue("expires", next.expires()).log();
        yield next;
      }
      case Answer.Ok(var ok) -> throw refusal("the answer holds no access token");
      case Answer.Refused(var reason) -> throw refusal(reason);
      case Answer.Unauthorized(var reason) -> throw refusal(reason);
      case Answer.Penalty penalty -> throw refusal("a second penalty for the same ticket");
      case Answer.Limited(var status) ->
          throw new LoginException(
              "The broker limits logins (status %d). Waiting an hour.".formatted(status),
              AFTER_CAPTCHA);
      case Answer.Unreachable(var reason) -> throw new LoginException(reason, Duration.ZERO);
      case Answer.Unclear(var reason) -> throw new LoginException(reason, Duration.ZERO);
    };
  }

  private Answer withTicket(ObjectNode body, String ticket, Duration wait, boolean captcha)
      throws LoginException {
    if (captcha || wait.compareTo(LONGEST_TICKET) > 0) {
      throw new LoginException(
          "The broker wants a person to log in (p-captcha). Log in once in its own client, as user "
              + "(%s); the next try is in an hour.".formatted(credentials.name()),
          AFTER_CAPTCHA);
    }
    LOG.atWarn().setMessage("login penalized").addKeyValue("wait", wait).log();
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LoginException("stopped while waiting for a login penalty", Duration.ZERO);
    }
    return rest.post("auth/accesstokenrequest", body.put("p-ticket", ticket));
  }

  private LoginException refusal(String reason) {
    return new LoginException(
        "The broker refuses the login of (%s): %s. Check broker.name and the password; the next "
                .formatted(credentials.name(), reason)
            + "try is in 15 minutes, since five failures in an hour block the user.",
        AFTER_REFUSAL);
  }

  private ObjectNode request() {
    var body = FrameReader.JSON.createObjectNode();
    body.put("name", credentials.name());
    body.put("password", credentials.password().reveal());
    body.put("appId", credentials.appId());
    body.put("appVersion", credentials.appVersion());
    body.put("deviceId", credentials.deviceId());
    if (credentials.cid() != null) {
      body.put("cid", credentials.cid());
    }
    if (credentials.sec() != null) {
      body.put("sec", credentials.sec().reveal());
    }
    return body;
  }

  private Token read(JsonNode body, @Nullable String marketDataBefore) {
    var marketData = body.path("mdAccessToken").asString("");
    return new Token(
        body.path("accessToken").asString(""),
        marketData.isEmpty() ? marketDataBefore : marketData,
        expiry(body));
  }

  private Instant expiry(JsonNode body) {
    try {
      return Instant.parse(body.path("expirationTime").asString(""));
    } catch (DateTimeException absent) {
      // The vendor documents 90 minutes.
      return clock.instant().plus(Duration.ofMinutes(90));
    }
  }
}
