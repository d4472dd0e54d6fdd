package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String LITERAL = "whsec_aHVudGVyMmh1bnRlcjJodW50ZXIyaHVudGVy";

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void aSecretInTheConfigIsRefusedWithTheWayOutAndNotRepeated() {
    assertThat(folder.set("broker", "password", LITERAL).texts())
        .containsExactly(
            "broker.password holds the secret itself. Write ${env:NAME} in its place, or"
                + " password-file: path.");
  }

  @Test
  void aSecretBesideAReferenceIsRefused() {
    assertThat(folder.set("broker", "sec", LITERAL + "${env:PW}").texts())
        .singleElement()
        .asString()
        .startsWith("broker.sec holds the secret itself.");
  }

  @Test
  void aSecretComesFromAFileWithoutTheSpaceAroundIt() throws Exception {
    secretFile("s/pw", " %s\n".formatted(LITERAL), "rw-------");
    var settings =
        folder.without("broker", "password").set("broker", "password-file", "s/pw").settings();
    assertThat(settings.engine().broker().credentials().password()).isEqualTo(new Secret(LITERAL));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void eachSecretHasAFileKey() throws Exception {
    secretFile("s/x", LITERAL, "rw-------");
    folder.set("broker", "sec-file", "s/x");
    folder.set("receivers", "hook", "{ webhook: { url: https://a.org, secret-file: s/x } }");
    folder.set(
        "receivers",
        "mail",
        "{ email: { host: h, from: a@b.org, to: [c@d.org], username: u, password-file: s/x } }");
    var settings = folder.settings();
    assertThat(settings.engine().broker().credentials().sec()).isEqualTo(new Secret(LITERAL));
    assertThat(settings.receivers().get("hook"))
        .isInstanceOfSatisfying(
            Receiver.Webhook.class,
            h -> assertThat(h.settings().secret()).isEqualTo(new Secret(LITERAL)));
    assertThat(settings.receivers().get("mail"))
        .isInstanceOfSatisfying(
            Receiver.Email.class,
            m -> assertThat(m.settings().password()).isEqualTo(new Secret(LITERAL)));
  }

  @Test
  void aFileThatEveryoneMayReadIsAWarning() throws Exception {
    secretFile("s/pw", LITERAL, "rw-r--r--");
    folder.without("broker", "password").set("broker", "password-file", "s/pw");
    assertThat(folder.warnings())
        .containsExactly(
            "config/plimsoll.yaml:7: secret file (s/pw) can be read by everyone. Run chmod 600 on it.");
  }

  @Test
  void aMissingSecretFileIsRefused() {
    assertThat(folder.without("broker", "password").set("broker", "password-file", "s/pw").texts())
        .containsExactly(
            "broker.password-file (s/pw) is a file that does not exist. Create it, readable by this user only.");
  }

  @Test
  void anEmptySecretFileIsRefused() throws Exception {
    secretFile("s/pw", " \n", "rw-------");
    assertThat(folder.without("broker", "password").set("broker", "password-file", "s/pw").texts())
        .containsExactly(
            "broker.password-file (s/pw) is an empty file. Put the secret into it, and nothing else.");
  }

  @Test
  void aFolderIsNoSecretFile() {
    assertThat(folder.without("broker", "password").set("broker", "password-file", "rules").texts())
        .containsExactly(
            "broker.password-file (rules) is a file that cannot be read. Look at its owner and mode.");
  }

  @Test
  void aSecretIsGivenOnlyOnce() {
    assertThat(folder.set("broker", "password-file", "s/pw").texts())
        .containsExactly("broker.password and broker.password-file are both given. Keep one.");
  }

  @Test
  void theSecretOfAWebhookIsRequired() {
    folder.set("receivers", "hook", "{ webhook: { url: https://a.org } }");
    assertThat(folder.texts())
        .containsExactly(
            "receivers.hook.webhook.secret is missing. Write secret: ${env:NAME}, or secret-file: path.");
  }

  @Test
  void aColonWithoutItsSpaceDoesNotShowTheSecret() {
    folder.set(
        "receivers", "hook", "{ webhook: { url: https://a.org, secret:%s } }".formatted(LITERAL));
    assertThat(folder.texts())
        .contains(
            "key (secret:...) of receivers.hook.webhook has no space after its colon. Put one there.")
        .noneMatch(text -> text.contains(LITERAL));
  }

  @Test
  void aSyntaxErrorDoesNotShowItsLine() {
    for (var written :
        new String[] {
          "*" + LITERAL,
          "%" + LITERAL,
          "\"" + LITERAL,
          "[" + LITERAL,
          "a: " + LITERAL,
          "!" + LITERAL + " x",
          "@" + LITERAL,
          "&" + LITERAL
        }) {
      var problems = folder.problems(folder.read("broker:\n  password: " + written + "\n"));
      assertThat(problems).isNotEmpty().noneMatch(text -> text.contains(LITERAL));
    }
  }

  @Test
  void aRefusedValueOfTheEnvironmentIsShownAsItIsWritten() {
    folder.set("broker", "rest", "${env:PW}");
    assertThat(folder.texts())
        .containsExactly("broker.rest (${env:PW}) must begin with https or http://.");
  }

  @Test
  void aRecordsOwnMessageDoesNotShowTheEnvironment() {
    folder.set("receivers", "x", "{ email: { host: h, from: \"${env:PW}\", to: [d@e.f] } }");
    assertThat(folder.texts()).singleElement().asString().doesNotContain(ConfigFolder.PASSWORD);
  }

  @Test
  void settingsPrintWithoutSecrets() {
    assertThat(folder.settings().toString())
        .contains("<secret>")
        .doesNotContain(ConfigFolder.PASSWORD);
  }

  private void secretFile(String path, String content, String mode) throws Exception {
    folder.write(path, content);
    Files.setPosixFilePermissions(home.resolve(path), PosixFilePermissions.fromString(mode));
  }
}
