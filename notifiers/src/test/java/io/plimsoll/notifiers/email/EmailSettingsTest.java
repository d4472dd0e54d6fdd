package io.plimsoll.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.engine.Secret;
import io.plimsoll.notifiers.email.EmailSettings.Security;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSettingsTest {
  private static final String FROM = "Plimsoll <plimsoll@example.org>";

  @Test
  void acceptsNamesBesideAddresses() {
    var settings = settings(587, FROM, List.of("Risk desk <risk@example.org>", "b@example.org"));

    assertThat(settings.to()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void refusesAPortThatIsNone(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(port, FROM, List.of("a@example.org")))
        .withMessageContaining("port (" + port + ")")
        .withMessageContaining("587");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@example.org, b@example.org",
        "desk: a@example.org;",
        "ä@example.org",
        "a@example.org\r\nBcc: thief@example.org"
      })
  void refusesWhatIsNotOneMailbox(String mailbox) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(25, FROM, List.of(mailbox)))
        .withMessageStartingWith("The to (")
        .withMessageContaining("Write one mailbox")
        .withMessageNotContainingAny("\r", "\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(25, mailbox, List.of("a@example.org")))
        .withMessageStartingWith("The from (");
  }

  @Test
  void refusesToSendToNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(25, FROM, List.of()))
        .withMessageContaining("at least one mailbox");
  }

  @Test
  void refusesAPasswordWithoutUserAndNeverPrintsIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("smtp.example.org", null, new Secret("hunter2"), 10_000))
        .withMessageContaining("username (absent)")
        .withMessageNotContaining("hunter2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("smtp.example.org", "plimsoll", null, 10_000))
        .withMessageContaining("password (absent)");
  }

  @Test
  void printsNoPassword() {
    assertThat(settings("smtp.example.org", "plimsoll", new Secret("hunter2"), 10_000).toString())
        .contains("<secret>")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 600_001})
  void refusesATimeoutThatNeverOrAlwaysPasses(long millis) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("smtp.example.org", null, null, millis))
        .withMessageContaining("timeout (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "smtp.example.org 587"})
  void refusesAHostThatIsNone(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(host, null, null, 10_000))
        .withMessageContaining("host (" + host + ")");
  }

  private static EmailSettings settings(int port, String from, List<String> to) {
    return new EmailSettings(
        "smtp.example.org", port, Security.TLS, null, null, from, to, Duration.ofSeconds(10));
  }

  private static EmailSettings settings(
      String host, @Nullable String username, @Nullable Secret password, long millis) {
    return new EmailSettings(
        host,
        587,
        Security.STARTTLS,
        username,
        password,
        FROM,
        List.of("a@example.org"),
        Duration.ofMillis(millis));
  }
}
