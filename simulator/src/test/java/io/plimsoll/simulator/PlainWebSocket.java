package io.plimsoll.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * RFC 6455 on a bare socket, as far as text goes: the JDK's own client now and then overlooks that
 * a connection has ended, and the tests must not.
 */
final class PlainWebSocket implements AutoCloseable {
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  /** Status is not 101 when the server does not open it. */
  final int status;

  PlainWebSocket(URI uri) throws IOException {
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    var request =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
            .formatted(uri.getPath(), uri.getHost(), uri.getPort(), KEY);
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    status = Integer.parseInt(line().split(" ")[1]);
    while (!line().isEmpty()) {
      // headers
    }
  }

  /** Until the end of the connection, whichever way it comes. */
  void read(Consumer<String> text, Runnable end) {
    var message = new ByteArrayOutputStream();
    try {
      while (true) {
        var head = in.readUnsignedByte();
        var payload = new byte[length(in.readUnsignedByte() & 0x7f)];
        in.readFully(payload);
        switch (head & 0x0f) {
          case CONTINUATION, TEXT -> {
            message.writeBytes(payload);
            if ((head & 0x80) != 0) {
              text.accept(message.toString(StandardCharsets.UTF_8));
              message.reset();
            }
          }
          case PING -> write(PONG, payload);
          case CLOSE -> {
            write(CLOSE, Arrays.copyOf(payload, Math.min(2, payload.length)));
            return;
          }
          default -> {}
        }
      }
    } catch (IOException gone) {
      // that is an end too
    } finally {
      end.run();
    }
  }

  void send(String text) {
    try {
      write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      // whoever reads will see it
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // closed is closed
    }
  }

  /** Masked with zeros, which the protocol allows. */
  private synchronized void write(int opcode, byte[] payload) throws IOException {
    var frame = new ByteArrayOutputStream();
    frame.write(0x80 | opcode);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
  }

  private int length(int code) throws IOException {
    return switch (code) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> code;
    };
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
