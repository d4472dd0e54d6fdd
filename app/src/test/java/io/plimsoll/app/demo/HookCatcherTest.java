package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookCatcherTest {
  private static final byte[] KEY =
      "thirty-two bytes of a secret key".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER =
      "thirty-two bytes of another key!".getBytes(StandardCharsets.UTF_8);
  private static final String BODY =
      """
      {"alerts":[
        {"status":"firing","labels":{"alertname":"r.one","subject":"75%","plan":"p"},
         "annotations":{"account_name":"A","done":"locked"}},
        {"status":"resolved","labels":{"alertname":"r.two"},"annotations":{}}]}\
      """;

  private final Seen seen = new Seen();
  private HookCatcher catcher;

  @BeforeEach
  void open() throws IOException {
    catcher = new HookCatcher(KEY, seen::add);
  }

  @AfterEach
  void close() {
    catcher.close();
  }

  @Test
  void aRightSignatureIsTakenAndEachAlertTold() throws Exception {
    assertThat(post(BODY, sign(KEY, "m1", now(), BODY), now())).isEqualTo(204);
    assertThat(seen.next(2))
        .containsExactly(
            new Happening.Hooked("r.one", "A", "p", "75%", "firing", "locked", true),
            new Happening.Hooked("r.two", "", "", "", "resolved", "", true));
  }

  @Test
  void oneRightSignatureOfSeveralIsEnough() throws Exception {
    var both = sign(OTHER, "m1", now(), BODY) + " " + sign(KEY, "m1", now(), BODY);
    assertThat(post(BODY, both, now())).isEqualTo(204);
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() throws Exception {
    assertThat(post(BODY, sign(OTHER, "m1", now(), BODY), now())).isEqualTo(401);
    assertThat(seen.next(2))
        .allMatch(
            each -> each instanceof Happening.Hooked(_, _, _, _, _, _, var genuine) && !genuine);
  }

  @Test
  void aSignatureOfAnotherBodyIsRefused() throws Exception {
    assertThat(post(BODY.replace("75%", "50%"), sign(KEY, "m1", now(), BODY), now()))
        .isEqualTo(401);
  }

  @Test
  void noSignatureIsRefused() throws Exception {
    assertThat(post(BODY, "", now())).isEqualTo(401);
  }

  @Test
  void anOldTimestampIsRefusedThoughItIsSigned() throws Exception {
    var old = Long.toString(Instant.now().getEpochSecond() - 3600);
    assertThat(post(BODY, sign(KEY, "m1", old, BODY), old)).isEqualTo(401);
  }

  @Test
  void whatIsNoJsonIsAnsweredAndTellsNothing() throws Exception {
    assertThat(post("no json", sign(KEY, "m1", now(), "no json"), now())).isEqualTo(400);
    assertThat(seen.isEmpty()).isTrue();
  }

  @Test
  void theSecretIsAsTheSettingsWantIt() {
    assertThat(catcher.secret()).isEqualTo("whsec_" + Base64.getEncoder().encodeToString(KEY));
  }

  private int post(String body, String signature, String timestamp) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(catcher.url()))
            .header("webhook-id", "m1")
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String now() {
    return Long.toString(Instant.now().getEpochSecond());
  }

  private static String sign(byte[] key, String id, String timestamp, String body)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var text = id + "." + timestamp + "." + body;
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
