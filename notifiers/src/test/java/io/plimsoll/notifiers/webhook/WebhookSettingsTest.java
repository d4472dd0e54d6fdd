package io.plimsoll.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.engine.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
  private static final String SECRET = secretOf(32);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://alerts.example.org/hook",
        "HTTPS://alerts.example.org:8443/hook?room=7",
        "http://localhost:8080/hook",
        "http://127.0.0.1/hook",
        "http://127.8.9.10/hook",
        "http://[::1]:8080/hook"
      })
  void acceptsHttpsEverywhereAndHttpOnThisMachine(String url) {
    assertThat(settings(url, SECRET).url()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://alerts.example.org/t0ken",
        "http://127.0.0.1.example.org/t0ken",
        "http://localhost.example.org/t0ken",
        "http://10.0.0.1/t0ken",
        "http://[2001:db8::1]/t0ken",
        "ftp://localhost/t0ken",
        "https:/t0ken",
        "t0ken",
        "https://user:t0ken@alerts.example.org/"
      })
  void refusesOtherUrlsAndPrintsNothingOfThemThatMayLetOneIn(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(url, SECRET))
        .withMessageStartingWith("The url (")
        .withMessageNotContaining("t0ken");
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void acceptsSecretsOf24To64Bytes(int bytes) {
    assertThat(settings("https://example.org", secretOf(bytes)).key()).hasSize(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void refusesSecretsThatAreTooShortOrTooLong(int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("https://example.org", secretOf(bytes)))
        .withMessageContaining("secret (" + bytes + " bytes)")
        .withMessageContaining("24 to 64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "swordfish", "whsec_swordfish!", "WHSEC_c3dvcmRmaXNo"})
  void refusesSecretsOfAnotherFormWithoutPrintingThem(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("https://example.org", secret))
        .withMessageContaining("whsec_ and the base64")
        .withMessageNotContainingAny("swordfish", "c3dvcmRmaXNo")
        .withNoCause();
  }

  @Test
  void refusesATimeoutOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new WebhookSettings(
                URI.create("https://example.org"), new Secret(SECRET), Duration.ZERO))
        .withMessageContaining("timeout (PT0S)");
  }

  @Test
  void printsNoSecret() {
    assertThat(settings("https://example.org", SECRET).toString())
        .contains("<secret>")
        .doesNotContain(SECRET);
  }

  private static WebhookSettings settings(String url, String secret) {
    return new WebhookSettings(URI.create(url), new Secret(secret), Duration.ofSeconds(5));
  }

  private static String secretOf(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
