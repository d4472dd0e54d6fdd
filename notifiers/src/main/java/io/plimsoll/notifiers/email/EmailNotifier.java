package io.plimsoll.notifiers.email;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.Notifier;
import io.plimsoll.notifiers.email.EmailSettings.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each notification as one mail over a connection of its own. Safe for many threads. */
public final class EmailNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(EmailNotifier.class);

  private final EmailSettings settings;
  private final InstantSource clock;
  private final Session session;

  public EmailNotifier(EmailSettings settings) {
    this(settings, InstantSource.system());
  }

  /** With the clock that dates the mails. */
  public EmailNotifier(EmailSettings settings, InstantSource clock) {
    this(settings, clock, null);
  }

  /** With whom to trust, when not the certificates that Java trusts. */
  EmailNotifier(EmailSettings settings, InstantSource clock, @Nullable SSLSocketFactory trusting) {
    this.settings = settings;
    this.clock = clock;
    this.session = session(settings, trusting);
  }

  @Override
  public DeliveryResult deliver(Notification notification) {
    try {
      send(notification);
      return new Delivered();
    } catch (MessagingException failure) {
      var outcome = SmtpOutcome.of(failure);
      if (!outcome.refused().isEmpty()) {
        LOG.warn(
            "mail taken for some recipients only key={} receiver={} recipients={} refused={}"
                + " reason=\"{}\"",
            OneLine.of(notification.key()),
            OneLine.of(notification.receiver()),
            settings.to().size(),
            outcome.refused().size(),
            OneLine.reason(SmtpOutcome.words(outcome.refused())));
      }
      return outcome.result();
    }
  }

  private void send(Notification notification) throws MessagingException {
    var mail = AlertMail.of(notification, settings, session, clock.instant());
    var password = settings.password();
    var transport = session.getTransport("smtp");
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          settings.username(),
          password == null ? null : password.reveal());
      transport.sendMessage(mail, mail.getAllRecipients());
    } finally {
      hangUp(transport);
    }
  }

  /** How the goodbye went says nothing about the mail. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException broken) {
      LOG.debug("SMTP connection broke at its end reason=\"{}\"", broken.getMessage());
    }
  }

  private static Session session(EmailSettings settings, @Nullable SSLSocketFactory trusting) {
    var timeout = String.valueOf(settings.timeout().toMillis());
    var hasLogin = settings.username() != null;
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.auth", String.valueOf(hasLogin));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    if (trusting != null && settings.security() != Security.NONE) {
      properties.put("mail.smtp.ssl.socketFactory", trusting);
    }
    return Session.getInstance(properties);
  }
}
