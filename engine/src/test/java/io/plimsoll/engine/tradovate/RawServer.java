package io.plimsoll.engine.tradovate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that reads the head of each request and then does what the test says. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Behaviour behaviour;

  /** What is done with a connection, one request after another. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Socket client, int request) throws IOException;
  }

  public RawServer(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var _ = Thread.ofVirtual().start(this::accept);
  }

  /** As a server that answers with these bytes and keeps the connection. */
  public static Behaviour says(String text) {
    return (client, request) -> say(client, text);
  }

  public static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getLocalPort()));
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The first lines of what was asked so far. */
  public List<String> requests() {
    return List.copyOf(heads);
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        clients.add(client);
        var _ = Thread.ofVirtual().start(() -> talk(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void talk(Socket client) {
    try {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      while (true) {
        var first = in.readLine();
        if (first == null) {
          return;
        }
        long body = 0;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
            body = Long.parseLong(line.substring(15).strip());
          }
        }
        for (long read = 0; read < body; read++) {
          if (in.read() < 0) {
            return;
          }
        }
        heads.add(first);
        behaviour.answer(client, heads.size());
      }
    } catch (IOException gone) {
      // As the test wants it.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var client : clients) {
        client.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
