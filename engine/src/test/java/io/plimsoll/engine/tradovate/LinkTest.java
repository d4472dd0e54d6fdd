package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.TestBroker.await;
import static io.plimsoll.engine.tradovate.TestBroker.stays;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class LinkTest {
  private final Simulator broker = Watched.broker(Watched.quick());

  @AfterEach
  void close() {
    broker.close();
  }

  /** Passes bytes on until it is told to be silent; what is open stays open. */
  private static final class Proxy implements AutoCloseable {
    final AtomicBoolean silent = new AtomicBoolean();
    private final List<java.io.Closeable> all = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final int to;

    Proxy(int to) throws IOException {
      this.to = to;
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      all.add(server);
      var _ = Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
      return URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(server.getLocalPort()));
    }

    private void accept() {
      try {
        while (true) {
          var near = server.accept();
          var far = new Socket(InetAddress.getLoopbackAddress(), to);
          all.add(near);
          all.add(far);
          var _ = Thread.ofVirtual().start(() -> pass(near, far, false));
          var _ = Thread.ofVirtual().start(() -> pass(far, near, silent.get()));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private void pass(Socket from, Socket into, boolean mute) {
      try (InputStream in = from.getInputStream()) {
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!mute && !silent.get()) {
            into.getOutputStream().write(buffer, 0, read);
          }
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    @Override
    public void close() throws IOException {
      for (var each : all) {
        each.close();
      }
    }
  }

  private Watched through(URI socket) {
    return new Watched(
            TestBroker.settings(
                broker.restUri(), socket, null, Watched.HEARTBEAT, Duration.ofMillis(500)))
        .start();
  }

  @Test
  void aServerThatFallsSilentIsLeftAndFoundAgain() throws IOException {
    try (var proxy = new Proxy(broker.port());
        var watched = through(proxy.uri())) {
      watched.awaitSnapshots(1);
      proxy.silent.set(true);
      watched.awaitDown("silent for");
      proxy.silent.set(false);
      watched.awaitSnapshots(2);
    }
  }

  @Test
  void aServerThatNeverAnswersTheHandshakeHoldsUpNoClosing() {
    try (var mute = new RawServer((client, request) -> {})) {
      var watched = through(URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(mute.port())));
      await("the handshake", () -> !mute.requests().isEmpty());
      long start = System.nanoTime();
      watched.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(watched.told).isEmpty();
    }
  }

  @Test
  void aServerThatRefusesTheHandshakeIsToldAsDownAndTriedAgain() {
    var no = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
    try (var busy = new RawServer(RawServer.says(no));
        var watched =
            through(URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(busy.port())))) {
      await("a second try", () -> busy.requests().size() >= 2);
      assertThat(watched.downs().getFirst()).startsWith("cannot connect to");
    }
  }

  @Test
  void anAddressThatIsNoWebSocketIsToldAsDown() {
    try (var watched = through(URI.create("http://127.0.0.1:1/"))) {
      await("two downs", () -> watched.downs().size() >= 2);
    }
  }

  @Test
  void aBrokerThatIsNotUpYetIsFoundLater() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var settings =
        TestBroker.settings(
            URI.create("http://127.0.0.1:%d/v1".formatted(port)),
            URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(port)),
            null,
            Watched.HEARTBEAT,
            Watched.SILENCE);
    try (var watched = new Watched(settings).start()) {
      await("two downs", () -> watched.downs().size() >= 2);
      try (var late = Watched.broker(Watched.quick().withPort(port))) {
        watched.awaitSnapshots(1);
        assertThat(late.control().openSockets()).isEqualTo(1);
      }
    }
  }

  @Test
  void aClosedGatewayTellsNothingMore() {
    var watched = Watched.of(broker).start().awaitSnapshots(1);
    watched.close();
    int before = watched.told.size();
    broker.control().setCash(7002, new java.math.BigDecimal("1"));
    broker.control().dropSockets();
    assertThat(stays(Duration.ofMillis(600), () -> watched.told.size() == before)).isTrue();
    assertThat(broker.control().openSockets()).isZero();
  }

  @Test
  void aGatewayClosedWhileItConnectsTellsNothingMore() {
    for (int round = 0; round < 15; round++) {
      var watched = Watched.of(broker).start();
      long end = System.nanoTime() + round * 4_000_000L;
      await("a moment", () -> System.nanoTime() > end);
      watched.close();
      int before = watched.told.size();
      assertThat(stays(Duration.ofMillis(60), () -> watched.told.size() == before)).isTrue();
    }
    await("no socket left", () -> broker.control().openSockets() == 0);
    assertThat(ofClient()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void closingStopsAllThreads() {
    var watched = Watched.of(broker).start().awaitSnapshots(1);
    assertThat(ours()).isNotEmpty();
    watched.close();
    await("threads gone: " + ours(), () -> ours().isEmpty());
  }

  @Test
  void reconnectingLeavesNoThreadsBehind() {
    try (var watched = Watched.of(broker).start().awaitSnapshots(1)) {
      broker.control().dropSockets();
      watched.awaitSnapshots(2);
      for (int round = 3; round <= 5; round++) {
        broker.control().dropSockets();
        watched.awaitSnapshots(round);
      }
      await("no more than two links, their heartbeats and a timer", () -> ours().size() <= 5);
      assertThat(ofClient()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void closingWhatNeverStartedIsHarmless() {
    var watched = Watched.of(broker);
    watched.close();
    assertThat(watched.told).isEmpty();
  }

  private static List<String> ours() {
    return threads().filter(name -> name.startsWith("shard-0")).toList();
  }

  /** Of the WebSocket client, beside its transport: one timer for all sockets. */
  private static List<String> ofClient() {
    return threads()
        .filter(name -> name.startsWith("tyrus-") || name.startsWith("websocket-"))
        .toList();
  }

  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
  }
}
