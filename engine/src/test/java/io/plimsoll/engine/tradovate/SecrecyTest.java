package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plimsoll.engine.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the broker answers, no password, key or token is said anywhere but in the request. */
@Isolated
class SecrecyTest {
  private static final String[] SECRETS = {"hunter2-pw", "api-key-secret", "tok-1234", "md-5678"};
  private static final String TOKEN =
      "{\"accessToken\":\"tok-1234\",\"mdAccessToken\":\"md-5678\",\"expirationTime\":\"2026-11-20T16:30:00Z\"}";

  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
  private final Level before = root.getLevel();
  private final List<Object> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
    root.setLevel(before);
  }

  private static String answer(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body);
  }

  /** Logs in, is refused, renews; each request is answered with the next of these. */
  private void talk(String... answers) {
    RawServer.Behaviour next =
        (client, request) -> RawServer.say(client, answers[Math.min(request, answers.length) - 1]);
    try (var server = new RawServer(next);
        var rest = TestBroker.rest(server.uri(), Duration.ofSeconds(3))) {
      var tokens = new Tokens(rest, TestBroker.login("hunter2-pw"), clock, said::add);
      said.add(tokens);
      said.add(rest);
      for (int turn = 0; turn < 3; turn++) {
        try {
          var token = tokens.current();
          tokens.refused(token);
          said.add(rest.get("auth/me", token, Use.ACTION));
          said.add(rest.post("auth/renewaccesstoken", body(token), token, Use.ACTION));
        } catch (LoginException refused) {
          said.add(refused);
        }
        tokens.underWay().join();
        clock.forward(Duration.ofHours(1));
      }
    }
  }

  private static ObjectNode body(String token) {
    return Json.MAPPER.createObjectNode().put("accessToken", token);
  }

  private void assertNothingIsSaid() {
    var all = new StringWriter();
    for (var one : said) {
      all.append(one.toString()).append('\n');
      if (one instanceof Throwable thrown) {
        thrown.printStackTrace(new PrintWriter(all));
      }
    }
    for (var line : log.list) {
      if (line.getLoggerName().startsWith("io.plimsoll.engine")) {
        all.append(line.getFormattedMessage()).append(String.valueOf(line.getKeyValuePairs()));
        for (var at = line.getThrowableProxy(); at != null; at = at.getCause()) {
          all.append(String.valueOf(at.getMessage()));
        }
      }
    }
    assertThat(all.toString()).isNotEmpty().doesNotContain(SECRETS);
  }

  @Test
  void aGoodLoginAndARenewalSayNoSecret() {
    talk(answer(200, TOKEN));
    assertThat(log.list).anyMatch(line -> line.getMessage().equals("logged in"));
    assertNothingIsSaid();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errorText\":\"Bad password hunter2-pw for key api-key-secret\"}",
        "{\"failureReason\":\"UnknownReason\",\"failureText\":\"hunter2-pw\"}",
        "{\"violations\":[{\"value\":\"hunter2-pw\",\"constraint\":\"x\"}]}",
        "{\"accessToken\":\"tok-1234\",\"mdAccessToken\":\"md-56",
        "{\"accessToken\":\"tok-1234 with a space\"}",
        "{\"p-ticket\":\"t\",\"p-time\":1,\"p-captcha\":true,\"password\":\"hunter2-pw\"}",
      })
  void anAnswerThatRepeatsASecretIsNotRepeatedByUs(String body) {
    talk(answer(200, body));
    assertNothingIsSaid();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 423, 429, 500, 503})
  void anErrorThatRepeatsTheRequestIsNotRepeatedByUs(int status) {
    var echo = "token: {\"password\":\"hunter2-pw\",\"sec\":\"api-key-secret\"} hunter2-pw";
    talk(answer(status, echo));
    talk(answer(200, TOKEN), answer(status, TOKEN));
    assertNothingIsSaid();
  }

  @Test
  void recordsPrintNoSecret() {
    said.add(TestBroker.login("hunter2-pw"));
    said.add(new Token(new Secret("tok-1234"), new Secret("md-5678"), clock.instant()));
    said.add(AnswerReader.read(200, TOKEN, null));
    said.add(new Login(TestBroker.login("hunter2-pw"), hindrance -> {}));
    assertNothingIsSaid();
  }
}
