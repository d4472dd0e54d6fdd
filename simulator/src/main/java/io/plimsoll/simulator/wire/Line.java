package io.plimsoll.simulator.wire;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket's way out: a queue and the one thread that empties it, so frames leave in the order
 * they were given. The same thread sends heartbeats and watches the client's silence.
 */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int GO_AWAY = 3000;

  private sealed interface Out {
    record Text(String text) implements Out {}

    record Close(int code, String reason) implements Out {}
  }

  private final Session session;
  private final Timing timing;
  private final LinkedBlockingQueue<Out> queue = new LinkedBlockingQueue<>();
  private final long opened = System.nanoTime();
  private volatile long heard = opened;
  private volatile boolean authorized;
  private volatile boolean closed;

  Line(Session session, Timing timing) {
    this.session = session;
    this.timing = timing;
  }

  void start() {
    send(Frames.OPEN);
    var _ = Thread.ofVirtual().name("line").start(this::run);
  }

  void send(String frame) {
    queue.add(new Out.Text(frame));
  }

  /** Says the reason after everything queued so far, then closes. */
  void hangUp(String reason) {
    queue.add(new Out.Close(GO_AWAY, reason));
  }

  /** Cuts the connection without a word. */
  void drop() {
    closed = true;
    session.disconnect();
    hangUp("dropped");
  }

  void heardFromClient() {
    heard = System.nanoTime();
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
        var next = queue.poll(wait(timing.heartbeat()), TimeUnit.NANOSECONDS);
        if (next == null) {
          checkSilence();
          write(Frames.HEARTBEAT);
        } else {
          write(next);
          checkSilence();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CompletionException e) {
      LOG.debug("socket gone reason=\"{}\"", String.valueOf(e.getMessage()));
      session.disconnect();
    }
  }

  /** Until the heartbeat, or sooner when a timeout comes first. */
  private long wait(Duration heartbeat) {
    var now = System.nanoTime();
    var idle = heard + timing.idle().toNanos() - now;
    var stranger = authorized ? Long.MAX_VALUE : opened + timing.authorize().toNanos() - now;
    return Math.max(0, Math.min(heartbeat.toNanos(), Math.min(idle, stranger)));
  }

  private void checkSilence() {
    var now = System.nanoTime();
    if (now - heard >= timing.idle().toNanos()) {
      write(new Out.Close(GO_AWAY, "Closed due to inactivity"));
    } else if (!authorized && now - opened >= timing.authorize().toNanos()) {
      write(new Out.Close(GO_AWAY, "Closed for want of authorization"));
    }
  }

  private void write(Out out) {
    switch (out) {
      case Out.Text(var text) -> write(text);
      case Out.Close(var code, var reason) -> {
        LOG.info("socket closed reason=\"{}\"", reason);
        write(Frames.close(code, reason));
        closed = true;
        session.close(1000, reason, Callback.NOOP);
      }
    }
  }

  private void write(String text) {
    if (!closed) {
      var done = new Callback.Completable();
      session.sendText(text, done);
      var _ = done.join();
    }
  }
}
