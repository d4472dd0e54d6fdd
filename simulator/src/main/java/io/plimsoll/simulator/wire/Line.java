package io.plimsoll.simulator.wire;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket's way out: a queue and the one thread that empties it, so frames leave in the order
 * they were given. The same thread sends heartbeats and watches the client's silence.
 */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int GO_AWAY = 3000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int MOST_WAITING = 50_000;
  private static final long HOLD_NANOS = Duration.ofMillis(500).toNanos();

  private final Session session;
  private final Timing timing;
  private final LinkedBlockingQueue<Out> queue = new LinkedBlockingQueue<>();
  private final long opened = System.nanoTime();
  private volatile long heard = opened;
  private volatile boolean authorized;
  private volatile boolean closed;
  private volatile boolean deaf;
  private volatile @Nullable String lastWord;
  private @Nullable String held;
  private long sent = opened;
  private long heldUntil = NEVER;
  private long cutAt = NEVER;

  Line(Session session, Timing timing) {
    this.session = session;
    this.timing = timing;
  }

  void start() {
    queue(new Out.Text(Frames.OPEN));
    var _ = Thread.ofVirtual().name("line").start(this::run);
  }

  /** A client that does not read is dropped before its frames fill the memory. */
  void queue(Out out) {
    if (queue.size() >= MOST_WAITING && !closed) {
      LOG.warn("socket dropped since its client does not read waiting={}", queue.size());
      closed = true;
      session.disconnect();
    }
    queue.add(out);
  }

  /** Says the reason after everything queued so far, then closes. */
  void hangUp(String reason) {
    queue(new Out.Close(GO_AWAY, reason));
  }

  /** Cuts the connection without a word. */
  void drop() {
    closed = true;
    session.disconnect();
    hangUp("dropped");
  }

  /** Whether the client is to be listened to. A finished session repeats its last word instead. */
  boolean heardFromClient() {
    heard = System.nanoTime();
    var word = lastWord;
    if (word != null) {
      queue(new Out.Text(word));
    }
    return !deaf && word == null;
  }

  void authorized() {
    authorized = true;
  }

  boolean isAuthorized() {
    return authorized;
  }

  private void run() {
    try {
      while (!closed) {
        var next = deaf ? queue.take() : queue.poll(untilSomethingIsDue(), TimeUnit.NANOSECONDS);
        if (!deaf) {
          if (next != null) {
            act(next);
          }
          checkTimes();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CompletionException e) {
      LOG.debug("socket gone reason=\"{}\"", String.valueOf(e.getMessage()));
      session.disconnect();
    }
  }

  private void act(Out out) throws InterruptedException {
    switch (out) {
      case Out.Text(var text) -> {
        if (lastWord == null || text.equals(lastWord)) {
          write(text);
        }
        release();
      }
      case Out.Hold(var text) -> {
        release();
        held = text;
        heldUntil = System.nanoTime() + HOLD_NANOS;
      }
      case Out.Pause(var pause) -> Thread.sleep(pause);
      case Out.Close(var code, var reason) -> close(code, reason);
      case Out.GoAway(var code, var reason) -> {
        // Before it is sent: who has read it and speaks must be answered with it.
        var word = Frames.close(code, reason);
        lastWord = word;
        write(word);
      }
      case Out.Mute _ -> deaf = true;
      case Out.Cut(var within) -> cutAt = Math.min(cutAt, System.nanoTime() + within.toNanos());
    }
  }

  /** Until the heartbeat, or sooner when a timeout comes first. */
  private long untilSomethingIsDue() {
    var now = System.nanoTime();
    var idle = heard + timing.idle().toNanos() - now;
    var stranger = authorized ? NEVER : opened + timing.authorize().toNanos() - now;
    var release = heldUntil == NEVER ? NEVER : heldUntil - now;
    var cut = cutAt == NEVER ? NEVER : cutAt - now;
    var heartbeat = lastWord == null ? sent + timing.heartbeat().toNanos() - now : NEVER;
    var soonest = Math.min(Math.min(idle, stranger), Math.min(release, cut));
    return Math.max(0, Math.min(heartbeat, soonest));
  }

  private void checkTimes() {
    var now = System.nanoTime();
    if (now >= heldUntil) {
      release();
    }
    if (now >= cutAt) {
      closed = true;
      session.disconnect();
    }
    if (now - heard >= timing.idle().toNanos()) {
      close(GO_AWAY, "Closed due to inactivity");
    } else if (!authorized && now - opened >= timing.authorize().toNanos()) {
      close(GO_AWAY, "Closed for want of authorization");
    } else if (now - sent >= timing.heartbeat().toNanos() && lastWord == null) {
      write(Frames.HEARTBEAT);
    }
  }

  private void release() {
    var text = held;
    held = null;
    heldUntil = NEVER;
    if (text != null) {
      write(text);
    }
  }

  private void close(int code, String reason) {
    if (!closed) {
      LOG.info("socket closed reason=\"{}\"", reason);
      write(Frames.close(code, reason));
      closed = true;
      session.close(1000, reason, Callback.NOOP);
    }
  }

  private void write(String text) {
    if (!closed) {
      var done = new Callback.Completable();
      session.sendText(text, done);
      var _ = done.join();
      sent = System.nanoTime();
    }
  }
}
