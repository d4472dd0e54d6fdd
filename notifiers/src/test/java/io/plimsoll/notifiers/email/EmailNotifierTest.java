package io.plimsoll.notifiers.email;

import static io.plimsoll.notifiers.AlertExample.START;
import static io.plimsoll.notifiers.AlertExample.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plimsoll.engine.Secret;
import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.notifiers.email.EmailSettings.Security;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
class EmailNotifierTest {
  private static final Instant NOW = Instant.parse("2026-11-20T15:04:06Z");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyRecipientGetsTheMail() throws Exception {
    assertThat(deliver(drawdown().notification())).isEqualTo(new Delivered());

    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(only().getFrom()[0])
        .hasToString("=?UTF-8?Q?=C3=9Cberwachung?= <plimsoll@example.org>");
    assertThat(only().getAllRecipients()).hasSize(2);
  }

  @Test
  void textAndHtmlAreAlternativesInUtf8() throws Exception {
    deliver(drawdown().note("description", "Zürich – 5 €").notification());

    var parts = (MimeMultipart) only().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("Zürich – 5 €");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent().toString()).contains("Zürich – 5 €", "</table>");
  }

  @Test
  void subjectKeepsLettersOfAllLanguages() throws Exception {
    deliver(drawdown().note("account_name", "Konto Ä-1").notification());

    assertThat(only().getSubject()).startsWith("[CRITICAL] Konto Ä-1 trailing-drawdown.reached: ");
  }

  @Test
  void sameKeyGivesTheSameMessageId() throws Exception {
    var first = idOf(drawdown().notification());
    var again = idOf(drawdown().notification());
    var other = idOf(drawdown().key("7f3a:ops:2").notification());

    assertThat(first).matches("<message\\.[0-9a-f]{32}@example\\.org>").isEqualTo(again);
    assertThat(first).isNotEqualTo(other);
  }

  @Test
  void messagesOfOneAlertShareAThreadAndAnotherEpisodeHasItsOwn() throws Exception {
    var firing = threadOf(drawdown().notification());
    var resolved = threadOf(drawdown().key("k2").resolved().notification());
    var later = threadOf(drawdown().key("k3").startsAt(START.plusSeconds(1)).notification());

    assertThat(firing).isEqualTo(resolved).isNotEqualTo(later);
  }

  @Test
  void headersSayThatAMachineWroteItAndForWhichKey() throws Exception {
    deliver(drawdown().notification());

    assertThat(only().getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(only().getHeader("X-Plimsoll-Key")).containsExactly("7f3a:ops:1");
    assertThat(only().getHeader("X-Priority")).containsExactly("1");
    assertThat(only().getHeader("Date")).containsExactly("Fri, 20 Nov 2026 15:04:06 +0000");
  }

  @Test
  void onlyACriticalAlertThatStandsIsUrgent() throws Exception {
    deliver(drawdown().resolved().notification());
    assertThat(only().getHeader("X-Priority")).isNull();

    deliver(drawdown().label("severity", "warning").notification());
    assertThat(only().getHeader("X-Priority")).isNull();
  }

  @Test
  void noTextBecomesAHeaderOfItsOwn() throws Exception {
    var evil = "x\r\nBcc: thief@example.org\nX-Evil: 1\r\n\r\nbody";
    deliver(
        drawdown()
            .key(evil)
            .note("account_name", evil)
            .note("value", evil)
            .label("alertname", evil)
            .label("severity", evil)
            .notification());

    assertThat(only().getHeader("Bcc")).isNull();
    assertThat(only().getHeader("X-Evil")).isNull();
    assertThat(only().getContent()).isInstanceOf(MimeMultipart.class);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void logsInWithUserAndPassword() {
    server.setUser("plimsoll@example.org", "plimsoll", "right");
    server.getUserManager().setAuthRequired(true);

    var result = notifier("plimsoll", new Secret("right")).deliver(drawdown().notification());

    assertThat(result).isEqualTo(new Delivered());
  }

  @Test
  void aWrongPasswordIsRejectedAndNotPrinted() {
    server.setUser("plimsoll@example.org", "plimsoll", "right");

    var result = notifier("plimsoll", new Secret("wrong-one")).deliver(drawdown().notification());

    assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
    assertThat(result.toString()).contains("The login failed: 535").doesNotContain("wrong-one");
  }

  @Test
  void manyThreadsMayDeliverAtOnce() throws Exception {
    var notifier = notifier(null, null);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 40)
              .mapToObj(i -> drawdown().key("key-" + i).notification())
              .<Callable<DeliveryResult>>map(alert -> () -> notifier.deliver(alert))
              .toList();

      assertThat(threads.invokeAll(calls))
          .allSatisfy(result -> assertThat(result.get()).isEqualTo(new Delivered()));
    }
    assertThat(server.getReceivedMessages()).extracting(MimeMessage::getMessageID).hasSize(80);
  }

  private DeliveryResult deliver(Notification notification) {
    return notifier(null, null).deliver(notification);
  }

  private EmailNotifier notifier(@Nullable String username, @Nullable Secret password) {
    return new EmailNotifier(
        new EmailSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            Security.NONE,
            username,
            password,
            "Überwachung <plimsoll@example.org>",
            List.of("Risk desk <risk@example.org>", "night@example.org"),
            Duration.ofSeconds(10)),
        InstantSource.fixed(NOW));
  }

  /** The newest mail; each arrives once for each recipient. */
  private MimeMessage only() {
    var mails = server.getReceivedMessages();
    return mails[mails.length - 1];
  }

  private String idOf(Notification notification) throws Exception {
    deliver(notification);
    return only().getMessageID();
  }

  private String threadOf(Notification notification) throws Exception {
    deliver(notification);
    assertThat(only().getHeader("References")).isEqualTo(only().getHeader("In-Reply-To"));
    return only().getHeader("References", null);
  }
}
