package io.plimsoll.app.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real mail server on loopback that keeps what it gets. */
final class MailCatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
  private static final long LOOK_MILLIS = 200;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Consumer<Happening> listener;
  private final Thread reader = Thread.ofPlatform().name("mail").daemon().unstarted(this::read);
  private volatile boolean closed;

  MailCatcher(Consumer<Happening> listener) {
    this.listener = listener;
    server.start();
    reader.start();
  }

  /**
   * What becomes of a fault in a thread that nobody watches: GreenMail throws when its client is
   * killed amid a mail, which in the demo is no fault.
   */
  static void uncaught(Thread thread, Throwable failure) {
    boolean ofTheMailServer =
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith("com.icegreen."));
    if (!ofTheMailServer) {
      LOG.atError()
          .setMessage("fault in a thread")
          .addKeyValue("thread", thread.getName())
          .setCause(failure)
          .log();
    }
  }

  int port() {
    return server.getSmtp().getPort();
  }

  private void read() {
    int seen = 0;
    while (!closed) {
      server.waitForIncomingEmail(LOOK_MILLIS, seen + 1);
      var messages = server.getReceivedMessages();
      for (; seen < messages.length; seen++) {
        tell(messages[seen]);
      }
    }
  }

  private void tell(MimeMessage message) {
    try {
      var subject = Objects.requireNonNullElse(message.getSubject(), "");
      listener.accept(new Happening.Mailed(subject, account(subject)));
    } catch (MessagingException broken) {
      listener.accept(new Happening.Mailed("unreadable: " + broken.getMessage(), ""));
    }
  }

  /** The account's name, behind the severity in brackets. */
  private static String account(String subject) {
    int start = subject.indexOf("] ") + 2;
    int end = subject.indexOf(' ', start);
    return start < 2 || end < 0 ? "" : subject.substring(start, end);
  }

  @Override
  public void close() {
    closed = true;
    server.stop();
  }
}
