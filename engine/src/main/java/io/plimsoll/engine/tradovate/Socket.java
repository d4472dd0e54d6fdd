package io.plimsoll.engine.tradovate;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** One life of one WebSocket: opened, authorized, read, kept alive, lost. Not used again. */
public final class Socket {
  /** A sync frame of a large firm exceeds 10 MB; Tyrus refuses beyond 4 MB as it comes. */
  private static final int LARGEST_FRAME = 64 * 1024 * 1024;

  private static final long AUTHORIZE = 0;

  private final String name;
  private final String token;
  private final BrokerSettings settings;
  private final Consumer<Socket> up;
  private final Consumer<Message> messages;
  private final Consumer<String> tap;
  private final AtomicLong requestIds = new AtomicLong(AUTHORIZE);
  private final Map<Long, Long> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private final Lock delivery = new ReentrantLock();
  private volatile @Nullable Session session;
  private volatile long lastFrame = System.nanoTime();
  private volatile @Nullable String quota;
  private volatile boolean tokenRefused;
  private volatile boolean over;

  Socket(
      String name,
      String token,
      BrokerSettings settings,
      Consumer<Socket> up,
      Consumer<Message> messages,
      Consumer<String> tap) {
    this.name = name;
    this.token = token;
    this.settings = settings;
    this.up = up;
    this.messages = messages;
    this.tap = tap;
  }

  /** Blocks until this socket is lost; returns why. */
  String live(URI uri) {
    var pulse =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name + "-heartbeat").daemon().factory());
    try {
      var client = new WebSocketClient();
      client.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, LARGEST_FRAME);
      client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, 10_000);
      client.connectToServer(new Reader(), ClientEndpointConfig.Builder.create().build(), uri);
      lastFrame = System.nanoTime();
      keepAlive(pulse);
      return lost.join();
    } catch (DeploymentException | IOException failed) {
      return "cannot connect to %s: %s".formatted(uri.getAuthority(), failed.getMessage());
    } finally {
      pulse.shutdownNow();
      drop("over");
      closeQuietly();
      awaitDelivery();
    }
  }

  /** Once {@link #live} has returned, nothing of this life is told any more. */
  private void awaitDelivery() {
    delivery.lock();
    try {
      over = true;
    } finally {
      delivery.unlock();
    }
  }

  private void keepAlive(ScheduledExecutorService pulse) {
    long every = settings.heartbeat().toMillis();
    var _ = pulse.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
    long look = Math.max(50, settings.silence().toMillis() / 10);
    var _ = pulse.scheduleAtFixedRate(this::listen, look, look, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    if (session != null) {
      write("[]");
    }
  }

  /** Busy servers send no heartbeats, so only silence of every kind counts. */
  private void listen() {
    if (System.nanoTime() - lastFrame > settings.silence().toNanos()) {
      drop("silent for " + settings.silence());
    }
    long patience = 3 * settings.silence().toNanos();
    unanswered.forEach((id, since) -> {
      if (System.nanoTime() - since > patience) {
        drop("request %d was not answered".formatted(id));
      }
    });
  }

  /** Sends a request and returns its id; the answer comes as a {@link Message.Response}. */
  public long request(String endpoint, String body) {
    long id = requestIds.incrementAndGet();
    unanswered.put(id, System.nanoTime());
    write(endpoint + "\n" + id + "\n\n" + body);
    return id;
  }

  /** For how long nothing at all has come, heartbeats included. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastFrame);
  }

  void drop(String reason) {
    lost.complete(reason);
  }

  /** The broker's word for there being too many connections; null when it was not that. */
  @Nullable String quota() {
    return quota;
  }

  boolean tokenRefused() {
    return tokenRefused;
  }

  private synchronized void write(String text) {
    var open = session;
    if (open == null || !open.isOpen()) {
      return;
    }
    try {
      open.getAsyncRemote()
          .sendText(
              text,
              result -> {
                if (!result.isOK()) {
                  drop("cannot write: " + result.getException());
                }
              });
    } catch (RuntimeException closedMeanwhile) {
      drop("cannot write: " + closedMeanwhile);
    }
  }

  private void closeQuietly() {
    var open = session;
    if (open != null) {
      try {
        open.close();
      } catch (IOException alreadyGone) {
        // Nothing is left to close.
      }
    }
  }

  private final class Reader extends Endpoint {
    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      opened.setMaxTextMessageBufferSize(LARGEST_FRAME);
      opened.setMaxIdleTimeout(0);
      session = opened;
      unanswered.put(AUTHORIZE, System.nanoTime());
      opened.addMessageHandler(String.class, Socket.this::read);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      drop("closed by the server: " + reason);
    }

    @Override
    public void onError(Session failed, Throwable cause) {
      drop("failed: " + cause);
    }
  }

  private void read(String text) {
    lastFrame = System.nanoTime();
    delivery.lock();
    try {
      tap.accept(text);
      if (!over && !lost.isDone()) {
        take(text);
      }
    } finally {
      delivery.unlock();
    }
  }

  private void take(String text) {
    switch (FrameReader.read(text)) {
      case Frame.Open() -> write("authorize\n" + AUTHORIZE + "\n\n" + token);
      case Frame.Heartbeat() -> {}
      case Frame.Close(var reason) -> drop("closed by the server: " + reason);
      case Frame.Odd(var kind, var odd) -> {
        messages.accept(new Message.Odd(kind, odd));
        if (kind.equals(FrameReader.BROKEN)) {
          // What it would have changed is lost, and only a new snapshot tells.
          drop("a frame could not be read");
        }
      }
      case Frame.Messages(var all) -> {
        for (var message : all) {
          if (!lost.isDone()) {
            dispatch(message);
          }
        }
      }
    }
  }

  private void dispatch(Message message) {
    boolean awaited =
        message instanceof Message.Response answer && unanswered.remove(answer.requestId()) != null;
    switch (message) {
      case Message.Response(var id, var status, var body) when id == AUTHORIZE -> {
        if (!awaited) {
          // Said twice: the sync request is on its way, and a socket takes only one.
          messages.accept(new Message.Odd("response:authorize-again", ""));
        } else if (status == 200) {
          up.accept(this);
        } else {
          // 408 is what is said to a session that gave way to a newer login.
          tokenRefused = status == 400 || status == 401 || status == 408;
          drop("authorize refused with status %d: %s".formatted(status, body.asString("")));
        }
      }
      case Message.Shutdown(var code, var reason) -> {
        quota = code.endsWith("QuotaReached") ? code : null;
        drop("shutdown by the server: %s %s".formatted(code, reason));
      }
      case Message.Response response -> messages.accept(response);
      case Message.Props props -> messages.accept(props);
      case Message.MarketData quotes -> messages.accept(quotes);
      case Message.Odd odd -> messages.accept(odd);
    }
  }
}
