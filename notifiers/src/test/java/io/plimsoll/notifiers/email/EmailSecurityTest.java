package io.plimsoll.notifiers.email;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static io.plimsoll.notifiers.email.ScriptedSmtp.HANG_UP;
import static io.plimsoll.notifiers.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import io.plimsoll.notifiers.email.EmailSettings.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What login and encryption keep, and what it means when they fail. */
@Timeout(60)
class EmailSecurityTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir static Path folder;

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
  @CsvSource({"454 busy, RetryAfter", "535 wrong, Rejected", HANG_UP + ", RetryAfter"})
  void aFailedLoginIsFinalOnlyWhenTheServerSaysSo(String answer, String expected) {
    server.answering("EHLO", "250-here\r\n250 AUTH PLAIN").answering("AUTH", answer);

    var result = deliver(Security.NONE, new Secret("hunter2"));

    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(result.toString()).doesNotContain("hunter2");
  }

  @Test
  void withoutStarttlsNothingIsSent() {
    server.answering("EHLO", "250-here\r\n250 AUTH PLAIN");

    var result = deliver(Security.STARTTLS, new Secret("hunter2"));

    assertThat(result.toString()).startsWith("RetryAfter").contains("STARTTLS");
    assertThat(server.heard())
        .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
  }

  @Test
  void starttlsHidesLoginAndMail() throws Exception {
    var identity = TestCertificate.of(folder, "localhost");
    try (var secured = new ScriptedSmtp(identity)) {
      secured.answering("EHLO", "250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS");
      secured.answering("AUTH", "235 welcome");

      var result = over(Security.STARTTLS, secured, identity).deliver(drawdown().notification());

      assertThat(result).isEqualTo(new Delivered());
      assertThat(secured.heard().get(1)).isEqualTo("STARTTLS");
    }
  }

  @Test
  void tlsFromTheFirstByteIsSpokenWhenAskedFor() throws Exception {
    var identity = TestCertificate.of(folder, "localhost");
    try (var secured = new ScriptedSmtp(identity).withTlsFromTheFirstByte()) {
      var result = over(Security.TLS, secured, identity).deliver(drawdown().notification());

      assertThat(result).isEqualTo(new Delivered());
    }
  }

  @Test
  void aCertificateThatNobodySignedIsNotTrusted() throws Exception {
    var identity = TestCertificate.of(folder, "localhost");
    try (var secured = new ScriptedSmtp(identity).withTlsFromTheFirstByte()) {
      var result =
          notifier(secured.port(), Security.TLS, PATIENT, new Secret("hunter2"))
              .deliver(drawdown().notification());

      assertThat(result).isInstanceOf(RetryAfter.class);
      assertThat(result.toString()).contains("certification path").doesNotContain("hunter2");
    }
  }

  @Test
  void aCertificateOfAnotherNameIsNotTrusted() throws Exception {
    var identity = TestCertificate.of(folder, "elsewhere.example.org");
    try (var secured = new ScriptedSmtp(identity)) {
      secured.answering("EHLO", "250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS");

      var result = over(Security.STARTTLS, secured, identity).deliver(drawdown().notification());

      assertThat(result).isInstanceOf(RetryAfter.class);
      assertThat(secured.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void plainSpeechWhereTlsIsExpectedIsTriedAgain() {
    assertThat(deliver(Security.TLS, null)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aServerSilentInTheTlsHandshakeIsTriedAgainAfterTheTimeout() {
    server.answering("(greeting)", SILENCE);

    var result =
        notifier(server.port(), Security.TLS, SHORT, null).deliver(drawdown().notification());

    assertThat(result).isInstanceOf(RetryAfter.class);
  }

  private static EmailNotifier over(Security security, ScriptedSmtp server, SSLContext trusted) {
    return new EmailNotifier(
        settings(server.port(), security, PATIENT, new Secret("hunter2")),
        InstantSource.system(),
        trusted.getSocketFactory());
  }

  private DeliveryResult deliver(Security security, @Nullable Secret password) {
    return notifier(server.port(), security, PATIENT, password).deliver(drawdown().notification());
  }

  private static EmailNotifier notifier(
      int port, Security security, Duration timeout, @Nullable Secret password) {
    return new EmailNotifier(settings(port, security, timeout, password));
  }

  private static EmailSettings settings(
      int port, Security security, Duration timeout, @Nullable Secret password) {
    return new EmailSettings(
        "localhost",
        port,
        security,
        password == null ? null : "plimsoll",
        password,
        "plimsoll@example.org",
        List.of("risk@example.org", "night@example.org"),
        timeout);
  }
}
