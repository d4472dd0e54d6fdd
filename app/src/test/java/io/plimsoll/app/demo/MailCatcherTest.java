package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
  private final Seen seen = new Seen();
  private final MailCatcher catcher = new MailCatcher(seen::add);

  @AfterEach
  void close() {
    catcher.close();
  }

  @Test
  void aMailIsToldWithItsAccount() throws Exception {
    send("[CRITICAL] EVAL50K-1001 trailing-drawdown.reached: equity 48,700.00");
    assertThat(seen.next(1))
        .containsExactly(
            new Happening.Mailed(
                "[CRITICAL] EVAL50K-1001 trailing-drawdown.reached: equity 48,700.00",
                "EVAL50K-1001"));
  }

  @Test
  void eachMailIsToldOnceAndInOrder() throws Exception {
    for (int i = 1; i <= 5; i++) {
      send("[WARNING] A-%d r.s".formatted(i));
    }
    assertThat(seen.next(5))
        .extracting(each -> ((Happening.Mailed) each).account())
        .containsExactly("A-1", "A-2", "A-3", "A-4", "A-5");
    assertThat(seen.isEmpty()).isTrue();
  }

  @Test
  void aSubjectInAnotherShapeNamesNoAccount() throws Exception {
    send("hello");
    assertThat(seen.next(1)).containsExactly(new Happening.Mailed("hello", ""));
  }

  @Test
  void aMailWithoutSubjectIsNoFault() throws Exception {
    send(null);
    send("[WARNING] A r.s");
    assertThat(seen.next(2)).element(1).isEqualTo(new Happening.Mailed("[WARNING] A r.s", "A"));
  }

  private void send(String subject) throws Exception {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(catcher.port()));
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("plimsoll@example.org"));
    mail.setRecipient(RecipientType.TO, new InternetAddress("risk-desk@example.org"));
    if (subject != null) {
      mail.setSubject(subject);
    }
    mail.setText("body");
    Transport.send(mail);
  }
}
