package io.plimsoll.notifiers.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server that answers what it is told to, for the faults a good one does not have. */
final class ScriptedSmtp implements AutoCloseable {
  /** Says nothing and keeps the line open. */
  static final String SILENCE = "silence";

  /** Hangs up instead of answering. */
  static final String HANG_UP = "hang up";

  private static final Map<String, String> GOOD =
      Map.of(
          "(greeting)", "220 ready",
          "EHLO", "250 here",
          "STARTTLS", "220 go on",
          "DATA", "354 go on",
          "(content)", "250 taken");

  private final Map<String, String> answers = new ConcurrentHashMap<>(GOOD);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket listening;
  private final @Nullable SSLContext identity;
  private volatile boolean tlsFirst;

  ScriptedSmtp(@Nullable SSLContext identity) throws IOException {
    this.identity = identity;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  /** To lines that begin so, other than a good server would. */
  ScriptedSmtp answering(String beginning, String answer) {
    answers.put(beginning, answer);
    return this;
  }

  ScriptedSmtp withTlsFromTheFirstByte() {
    tlsFirst = true;
    return this;
  }

  int port() {
    return listening.getLocalPort();
  }

  List<String> heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
  }

  private void accept() {
    try {
      while (true) {
        var socket = listening.accept();
        Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException over) {
      heard.add("(closed)");
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      converse(tlsFirst && identity != null ? secured(plain, identity) : plain, "(greeting)");
    } catch (IOException gone) {
      heard.add("(gone)");
    }
  }

  private void converse(Socket socket, @Nullable String opening) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    if (opening != null && !answer(socket, opening)) {
      return;
    }
    var content = false;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (content && !line.equals(".")) {
        continue;
      }
      heard.add(line);
      if (!answer(socket, content ? "(content)" : line)) {
        return;
      }
      content = !content && line.equals("DATA") && answerTo(line).startsWith("354");
      if (line.equals("STARTTLS") && identity != null) {
        converse(secured(socket, identity), null);
        return;
      }
    }
  }

  private boolean answer(Socket socket, String line) throws IOException {
    var answer = answerTo(line);
    if (answer.equals(SILENCE)) {
      try {
        closed.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
    if (answer.equals(SILENCE) || answer.equals(HANG_UP)) {
      return false;
    }
    socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private String answerTo(String line) {
    return answers.entrySet().stream()
        .filter(one -> line.startsWith(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("250 good");
  }

  private static Socket secured(Socket socket, SSLContext identity) throws IOException {
    var secured = (SSLSocket) identity.getSocketFactory().createSocket(socket, null, true);
    secured.setUseClientMode(false);
    return secured;
  }
}
