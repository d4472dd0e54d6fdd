package io.plimsoll.notifiers.email;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static io.plimsoll.notifiers.email.ScriptedSmtp.HANG_UP;
import static io.plimsoll.notifiers.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import io.plimsoll.notifiers.email.EmailSettings.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What each fault of a server means. */
@Timeout(60)
class EmailFaultsTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  private ScriptedSmtp server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedSmtp(null);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "(greeting), 421 busy",
    "MAIL, 451 try later",
    "RCPT, 450 greylisted",
    "RCPT, 421 going down",
    "DATA, 452 disk full",
    "(content), 451 try later",
  })
  void temporaryRefusalsAreTriedAgain(String step, String answer) {
    server.answering(step, answer);

    assertThat(deliver()).isInstanceOf(RetryAfter.class);
    assertThat(((RetryAfter) deliver()).delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(((RetryAfter) deliver()).reason()).contains(answer.substring(0, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 sender not welcome",
    "MAIL, 530 log in first",
    "RCPT, 550 no such user",
    "RCPT, 571 blocked",
    "DATA, 554 no",
    "(content), 554 looks like spam",
  })
  void finalRefusalsAreRejectedWithTheServersWords(String step, String answer) {
    server.answering(step, answer);

    assertThat(deliver()).isInstanceOf(Rejected.class);
    assertThat(((Rejected) deliver()).reason()).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(greeting)", "EHLO", "MAIL", "RCPT", "DATA", "(content)"})
  void aServerThatHangsUpIsTriedAgain(String step) {
    server.answering(step, HANG_UP).answering("HELO", HANG_UP);

    assertThat(deliver()).isInstanceOf(RetryAfter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(greeting)", "EHLO", "MAIL", "RCPT", "DATA", "(content)"})
  void aServerThatFallsSilentIsTriedAgainAfterTheTimeout(String step) {
    server.answering(step, SILENCE).answering("HELO", SILENCE);

    var result = notifier(server.port(), SHORT).deliver(drawdown().notification());

    assertThat(result).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aRefusedConnectionIsTriedAgain() throws IOException {
    int nobodyThere;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyThere = socket.getLocalPort();
    }

    var result = notifier(nobodyThere, PATIENT).deliver(drawdown().notification());

    assertThat(result.toString()).contains("RetryAfter", "Connection refused", "" + nobodyThere);
  }

  @Test
  void acceptedStaysDeliveredWhenTheGoodbyeFails() {
    server.answering("QUIT", HANG_UP);

    assertThat(deliver()).isEqualTo(new Delivered());
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 no such user", "450 greylisted"})
  void oneRecipientIsEnoughAndTheOthersAreLogged(String answer) {
    server.answering("RCPT TO:<night@", answer);
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(EmailNotifier.class);
    logger.addAppender(log);

    var result = deliver();

    logger.detachAppender(log);
    assertThat(result).isEqualTo(new Delivered());
    assertThat(log.list)
        .singleElement()
        .satisfies(line ->
            assertThat(line.getFormattedMessage())
                .contains("key=7f3a:ops:1 receiver=ops recipients=2 refused=1")
                .contains("night@example.org: " + answer));
  }

  @Test
  void recipientsRefusedInDifferentWaysAreTriedAgain() {
    server.answering("RCPT TO:<night@", "550 no such user");
    server.answering("RCPT TO:<risk@", "450 greylisted");

    assertThat(deliver()).isInstanceOf(RetryAfter.class);
  }

  @Test
  void contentRefusedAfterOneRecipientWasRefusedIsNotDelivered() {
    server.answering("RCPT TO:<night@", "550 no such user").answering("(content)", "554 spam");

    assertThat(deliver()).isEqualTo(new Rejected("554 spam"));
  }

  private DeliveryResult deliver() {
    return notifier(server.port(), PATIENT).deliver(drawdown().notification());
  }

  private static EmailNotifier notifier(int port, Duration timeout) {
    return new EmailNotifier(
        new EmailSettings(
            "localhost",
            port,
            Security.NONE,
            null,
            null,
            "plimsoll@example.org",
            List.of("risk@example.org", "night@example.org"),
            timeout));
  }
}
