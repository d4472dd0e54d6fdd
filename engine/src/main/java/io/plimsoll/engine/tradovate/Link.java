package io.plimsoll.engine.tradovate;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one socket to the broker alive: token, connect, authorize, and again after every loss, with
 * back-off. What comes in goes to the listener, from the socket's own threads, one at a time.
 */
public final class Link implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** What a link tells. */
  public interface Listener {
    /** Authorized; requests may be sent. */
    void up(Socket socket);

    void message(Message message);

    /** Every frame as it came, before anything is made of it. */
    void frame(String text);

    void down(String reason);
  }

  /** Where the token for authorize comes from. */
  @FunctionalInterface
  public interface TokenSource {
    String token() throws LoginException;

    /** The broker did not take this token. */
    default void refused(String token) {}
  }

  private final String name;
  private final URI uri;
  private final TokenSource tokens;
  private final BrokerSettings settings;
  private final InstantSource clock;
  private final Listener listener;
  private final Consumer<Hindrance> hindrances;
  private final Backoff backoff;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Socket socket;

  public Link(
      String name,
      URI uri,
      TokenSource tokens,
      BrokerSettings settings,
      InstantSource clock,
      Listener listener,
      Consumer<Hindrance> hindrances) {
    this.name = name;
    this.uri = uri;
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.hindrances = hindrances;
    this.backoff = new Backoff(clock);
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      var pause = once();
      try {
        pause(pause);
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  /** By the clock, as those who gave the time mean it; a clock set back must not make it longer. */
  private void pause(Duration time) throws InterruptedException {
    var until = clock.instant().plus(time);
    long end = System.nanoTime() + time.plus(LOOK).toNanos();
    while (clock.instant().isBefore(until) && System.nanoTime() - end < 0) {
      var left = Duration.between(clock.instant(), until);
      var look = left.compareTo(LOOK) < 0 ? left : LOOK;
      if (stopped.await(look.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    }
  }

  /** One life of the socket, from token to loss; says how long to wait before the next. */
  private Duration once() {
    try {
      var token = tokens.token();
      var life = new Socket(name, token, settings, this::up, listener::message, listener::frame);
      socket = life;
      if (stopped.getCount() == 0) {
        return Duration.ZERO;
      }
      var reason = life.live(uri);
      if (life.tokenRefused()) {
        tokens.refused(token);
      }
      if (stopped.getCount() > 0) {
        listener.down(reason);
        hindrances.accept(new Hindrance.LinkDown(name));
        LOG.atWarn()
            .setMessage("link down")
            .addKeyValue("link", name)
            .addKeyValue("reason", reason)
            .log();
      }
      return after(life.quota());
    } catch (LoginException refused) {
      listener.down("no token");
      LOG.atError().setMessage("login failed").addKeyValue("reason", refused.getMessage()).log();
      var step = backoff.next();
      return refused.retryAfter().compareTo(step) > 0 ? refused.retryAfter() : step;
    } catch (RuntimeException bug) {
      listener.down("failed: " + bug);
      LOG.atError().setMessage("link failed, trying again").setCause(bug).log();
      return backoff.next();
    }
  }

  private Duration after(@Nullable String quota) {
    if (quota == null) {
      return backoff.next();
    }
    hindrances.accept(new Hindrance.QuotaReached(name, quota));
    return backoff.afterQuota();
  }

  private void up(Socket life) {
    backoff.connected();
    hindrances.accept(new Hindrance.LinkUp(name));
    LOG.atInfo().setMessage("link up").addKeyValue("link", name).addKeyValue("uri", uri).log();
    listener.up(life);
  }

  /** For how long nothing at all has come; zero before there was a socket. */
  public Duration silence() {
    var life = socket;
    return life == null ? Duration.ZERO : life.silence();
  }

  /** Drops the present socket; the link connects anew. */
  public void reconnect(String reason) {
    var life = socket;
    if (life != null) {
      life.drop(reason);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    reconnect("stopped");
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
