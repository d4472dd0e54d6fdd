package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent to log in, and what follows from each answer: a token, or until when no login may be
 * tried. Remembers that, since each failure counts at the broker and five in an hour block the
 * user. Sends nothing itself and does not wait. Not safe for use by many threads.
 */
final class Login {
  static final String ENDPOINT = "auth/accesstokenrequest";

  private static final Logger LOG = LoggerFactory.getLogger(Login.class);
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);
  private static final Duration AFTER_LIMIT = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Credentials credentials;
  private final Consumer<Hindrance> hindrances;
  private Instant notBefore = Instant.MIN;
  private String why = "not tried yet";
  private Duration nextPause = FIRST_PAUSE;
  private @Nullable String ticket;

  Login(Credentials credentials, Consumer<Hindrance> hindrances) {
    this.credentials = credentials;
    this.hindrances = hindrances;
  }

  boolean mayTry(Instant now) {
    return !now.isBefore(notBefore);
  }

  /** Why there is no token just now, and until when. */
  LoginException refusal(Instant now) {
    var left = Duration.between(now, notBefore);
    return new LoginException(why, left.isNegative() ? Duration.ZERO : left);
  }

  /** The same body each time; after a penalty with its ticket. */
  ObjectNode request() {
    var body = Json.MAPPER.createObjectNode();
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
    if (ticket != null) {
      body.put("p-ticket", ticket);
    }
    return body;
  }

  /** The token, or null when there is none; then {@link #refusal} says why. */
  @Nullable Token learn(Answer answer, Instant now) {
    ticket = null;
    return switch (answer) {
      case Answer.Ok(var body) when Token.isIn(body) -> loggedIn(Token.read(body, null, now), now);
      case Answer.Ok _ -> refused("the answer holds no access token", now);
      case Answer.Refused(var reason) -> refused(reason, now);
      case Answer.Unauthorized(var reason) -> refused(reason, now);
      case Answer.Penalty(var given, var delay, var captcha) ->
          captcha ? captcha(now) : penalized(given, delay, now);
      case Answer.Limited(var status, var retryAfter) ->
          limited(status, retryAfter == null ? AFTER_LIMIT : retryAfter, now);
      case Answer.NotSent(var reason, var pause) ->
          wait("No login: %s.".formatted(reason), pause, now);
      case Answer.Unreachable(var reason) -> failed(reason, now);
      case Answer.Unclear(var reason) -> failed(reason, now);
    };
  }

  private Token loggedIn(Token token, Instant now) {
    nextPause = FIRST_PAUSE;
    notBefore = now;
    hindrances.accept(new Hindrance.LoggedIn(credentials.name()));
    LOG.atInfo().setMessage("logged in").addKeyValue("expires", token.expires()).log();
    return token;
  }

  private @Nullable Token refused(String reason, Instant now) {
    hindrances.accept(new Hindrance.LoginRefused(credentials.name()));
    return wait(
        "The broker refuses the login of (%s): %s Check broker.name and the password; five failures in an hour block the user."
            .formatted(credentials.name(), sentence(reason)),
        AFTER_REFUSAL,
        now);
  }

  private @Nullable Token captcha(Instant now) {
    return wait(
        "The broker wants a person to log in (p-captcha). Log in once in its own client, as user (%s)."
            .formatted(credentials.name()),
        AFTER_CAPTCHA,
        now);
  }

  private @Nullable Token penalized(String given, Duration delay, Instant now) {
    ticket = given;
    return wait("The broker makes the login wait (p-ticket).", delay, now);
  }

  private @Nullable Token limited(int status, Duration pause, Instant now) {
    hindrances.accept(new Hindrance.LoginRefused(credentials.name()));
    return wait("The broker limits logins (status %d).".formatted(status), pause, now);
  }

  /** It passes, so soon; but every link and every waiting action asks, so not at once. */
  private @Nullable Token failed(String reason, Instant now) {
    var wait = nextPause;
    var longer = wait.multipliedBy(2);
    nextPause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    return wait("The login failed: %s".formatted(sentence(reason)), wait, now);
  }

  private String sentence(String reason) {
    var text = credentials.hide(reason).strip();
    return text.endsWith(".") ? text : text + ".";
  }

  private @Nullable Token wait(String reason, Duration wait, Instant now) {
    notBefore = now.plus(wait);
    why =
        "%s Not tried again before %s."
            .formatted(reason, notBefore.truncatedTo(ChronoUnit.SECONDS));
    LOG.atWarn().setMessage("no login").addKeyValue("reason", why).log();
    return null;
  }
}
