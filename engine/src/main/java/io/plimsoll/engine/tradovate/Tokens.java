package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one session with the broker: logs in once and then renews, since a second login evicts the
 * first session (vendor's API description). At most one request for a token is under way, on a
 * thread of its own, and no lock is held meanwhile: whoever asks gets the token that is still good.
 * Safe for use by many threads.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  /** How long a caller waits to learn whether a token in doubt is good after all. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** The request ends by itself long before. */
  private static final Duration ITS_END = Duration.ofHours(1);

  private final Rest rest;
  private final InstantSource clock;
  private final Login login;
  private final Renewal renewal = new Renewal();
  private @Nullable Token token;
  private boolean doubted;
  private CompletableFuture<Boolean> underWay = CompletableFuture.completedFuture(true);

  /**
   * @param hindrances told when a login is refused and when one works; must not block
   */
  public Tokens(
      Rest rest, Credentials credentials, InstantSource clock, Consumer<Hindrance> hindrances) {
    this.rest = rest;
    // Or a clock set back would hold the next renewal back for as long.
    this.clock = new SteadyClock(clock);
    this.login = new Login(credentials, hindrances);
  }

  /**
   * A token that is good now. When it has less than 15 minutes left a renewal begins beside it.
   * Blocks only for a request under way, and only when there is no good token or it is in doubt.
   *
   * @throws LoginException when none can be had; says until when
   */
  public String current() throws LoginException {
    return valid().access().reveal();
  }

  /** The market-data token; the access token where the broker gives no other. */
  String forMarketData() throws LoginException {
    return valid().marketData().reveal();
  }

  /**
   * The broker did not take this token. The next call renews it, and logs in only if that is
   * refused too: a 401 may also mean that the user lacks a right, and no login helps with that.
   */
  public synchronized void refused(String text) {
    if (token != null && token.is(text)) {
      doubted = true;
    }
  }

  /** Begins a renewal when it is time, so that no session ends for want of calls. Never logs in. */
  synchronized void keepFresh() {
    var held = held();
    if (held != null && underWay.isDone() && renewal.isDue(held, doubted, clock.instant())) {
      var ticket = renewal.ticket();
      begin(() -> renew(held, ticket), answer -> renewed(answer, held));
    }
  }

  private Token valid() throws LoginException {
    keepFresh();
    var held = held();
    if (held != null && !isDoubted()) {
      return held;
    }
    await(held == null ? ITS_END : PATIENCE);
    if (held() == null) {
      beginLogin();
      await(ITS_END);
    }
    return heldOrWhyNot();
  }

  private synchronized @Nullable Token held() {
    return token != null && token.isGood(clock.instant()) ? token : null;
  }

  private synchronized boolean isDoubted() {
    return doubted;
  }

  private synchronized Token heldOrWhyNot() throws LoginException {
    var held = held();
    if (held == null) {
      throw login.refusal(clock.instant());
    }
    return held;
  }

  private synchronized void beginLogin() {
    if (held() == null && underWay.isDone() && login.mayTry(clock.instant())) {
      var body = login.request();
      begin(() -> rest.post(Login.ENDPOINT, body), this::loggedIn);
    }
  }

  private Answer renew(Token held, @Nullable String ticket) {
    var access = held.access().reveal();
    return ticket == null
        ? rest.get(Renewal.ENDPOINT, access, Use.SESSION)
        : rest.post(
            Renewal.ENDPOINT,
            Json.MAPPER.createObjectNode().put("p-ticket", ticket),
            access,
            Use.SESSION);
  }

  private synchronized void loggedIn(Answer answer) {
    var learnt = login.learn(answer, clock.instant());
    if (learnt != null) {
      become(learnt);
    }
  }

  private synchronized void renewed(Answer answer, Token held) {
    switch (renewal.learn(answer, held, doubted, clock.instant())) {
      case Renewal.Outcome.Renewed(var fresh) -> become(fresh);
      case Renewal.Outcome.Gone() -> token = null;
      case Renewal.Outcome.Failed() -> {}
    }
  }

  private void become(Token fresh) {
    token = fresh;
    doubted = false;
  }

  private void begin(Supplier<Answer> request, Consumer<Answer> learn) {
    var flight = new CompletableFuture<Boolean>();
    underWay = flight;
    var _ =
        Thread.ofVirtual()
            .name("tokens")
            .start(() -> {
              try {
                learn.accept(answer(request));
              } finally {
                flight.complete(true);
              }
            });
  }

  private static Answer answer(Supplier<Answer> request) {
    try {
      return request.get();
    } catch (RuntimeException bug) {
      LOG.atError().setMessage("token request failed").setCause(bug).log();
      return new Answer.Unclear("the request could not be made, see the log");
    }
  }

  /** For what is under way, if anything is. */
  private void await(Duration most) throws LoginException {
    try {
      var _ = underWay().get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      // The token in doubt is the best there is.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LoginException("stopped while waiting for a token", Duration.ZERO);
    } catch (ExecutionException never) {
      throw new IllegalStateException("a flight always completes", never);
    }
  }

  /** The request for a token that is under way; done when there is none. */
  synchronized CompletableFuture<Boolean> underWay() {
    return underWay;
  }
}
