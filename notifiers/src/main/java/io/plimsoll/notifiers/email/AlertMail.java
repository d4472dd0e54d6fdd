package io.plimsoll.notifiers.email;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.alert.Notification.Status;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One notification as a mail. The same key gives the same Message-ID, so that a repeat can be
 * dropped; all messages of one alert refer to one root, which itself is never sent.
 */
final class AlertMail extends MimeMessage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String id;

  private AlertMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  static AlertMail of(Notification alert, EmailSettings settings, Session session, Instant now)
      throws MessagingException {
    var from = Mailbox.parse("from", settings.from());
    var domain = Mailbox.domain(from);
    var root = reference("alert", alert.fingerprint() + " " + alert.startsAt(), domain);
    var words = EmailText.of(alert);
    var mail = new AlertMail(session, reference("message", alert.key(), domain));
    mail.setFrom(from);
    mail.setRecipients(
        RecipientType.TO,
        settings.to().stream()
            .map(mailbox -> Mailbox.parse("to", mailbox))
            .toArray(InternetAddress[]::new));
    mail.setSubject(words.subject(), "UTF-8");
    mail.setHeader("Date", DATE.format(now));
    mail.setHeader("In-Reply-To", root);
    mail.setHeader("References", root);
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Plimsoll-Key", ascii(alert.key()));
    if (isUrgent(alert)) {
      mail.setHeader("X-Priority", "1");
    }
    mail.setContent(
        new MimeMultipart("alternative", part(words.text(), "plain"), part(words.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  /** Called when the mail is saved; Jakarta Mail would make a new one each time. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  /** That a critical alert is over is good news, and can wait. */
  private static boolean isUrgent(Notification alert) {
    return alert.status() == Status.FIRING
        && "critical".equalsIgnoreCase(alert.labels().get("severity"));
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    return part;
  }

  private static String ascii(String text) {
    return OneLine.of(text).replaceAll("[^ -~]", "?");
  }

  private static String reference(String kind, String text, String domain) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "<%s.%s@%s>".formatted(kind, HexFormat.of().formatHex(hash, 0, 16), domain);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
