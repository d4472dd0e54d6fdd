package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real frames of the simulator, broken a thousand ways. */
class MutatedFramesTest {
  private static final List<String> NASTY =
      List.of(
          "null",
          "NaN",
          "1e999999",
          "1e-999999",
          "-1",
          "\"\"",
          "[]",
          "{}",
          "true",
          "{\"id\":",
          "\\",
          "9223372036854775808",
          "1.5",
          "\u0000",
          "]",
          "}",
          ",",
          "\"e\":",
          "a[",
          "\ud800");
  private static List<String> frames = List.of();

  @BeforeAll
  static void record() throws Exception {
    var told = new CopyOnWriteArrayList<String>();
    try (var broker =
            Simulator.start(
                Settings.defaults().withPriceTick(Duration.ZERO).withBackgroundAccounts(0));
        var rest = TestBroker.rest(broker.restUri(), Duration.ofSeconds(5));
        var http = HttpClient.newHttpClient()) {
      broker.control().openAccount(Opening.account(7, "SEVEN", "50000").holding("ESZ6", 2));
      var tokens =
          new Tokens(
              rest, TestBroker.login("demo"), java.time.InstantSource.system(), hindrance -> {});
      var user = open(http, broker.socketUri(), told, tokens.current());
      var sync = new SyncRequest(EnumSet.allOf(EntityType.class), Following.ALL, 0).body();
      send(user, "user/syncrequest\n1\n\n" + sync);
      var prices = open(http, broker.marketDataUri(), told, tokens.current());
      send(prices, "md/subscribequote\n1\n\n{\"symbol\":\"ESZ6\"}");
      TestBroker.await("a quote", () -> told.stream().anyMatch(each -> each.contains("\"md\"")));
      broker
          .control()
          .setPrice("ESZ6", broker.control().price("ESZ6").add(java.math.BigDecimal.TEN));
      broker.control().administer(7, java.util.Optional.of("LiquidateImmediately"));
      TestBroker.await(
          "the liquidation", () -> told.stream().anyMatch(each -> each.contains("\"fill\"")));
      broker.control().shutdownSockets("Maintenance");
      TestBroker.await("the end", () -> told.stream().anyMatch(each -> each.startsWith("c")));
    }
    frames = List.copyOf(told);
  }

  private static WebSocket open(HttpClient http, URI uri, List<String> told, String token) {
    var socket =
        http.newWebSocketBuilder()
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  private final StringBuilder text = new StringBuilder();

                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence part, boolean last) {
                    text.append(part);
                    if (last) {
                      told.add(text.toString());
                      text.setLength(0);
                    }
                    from.request(1);
                    return null;
                  }
                })
            .join();
    send(socket, "authorize\n0\n\n" + token);
    return socket;
  }

  private static void send(WebSocket socket, String text) {
    var _ = socket.sendText(text, true).join();
  }

  @Test
  void noFrameOfTheSimulatorIsBroken() {
    assertThat(frames).noneMatch(each -> FrameReader.read(each) instanceof Frame.Odd);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noMutationThrows(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var broken = mutate(frames.get(random.nextInt(frames.size())), random);
      assertThatCode(() -> readWhole(broken)).as(broken).doesNotThrowAnyException();
    }
  }

  private static void readWhole(String text) {
    if (FrameReader.read(text) instanceof Frame.Messages(var all)) {
      for (var message : all) {
        if (message instanceof Message.Response answer) {
          assertThat(SyncRequest.read(answer.body())).isNotNull();
          assertThat(AnswerReader.body(answer.body())).isNotNull();
        }
      }
    }
  }

  private static String mutate(String frame, Random random) {
    var text = new StringBuilder(frame);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(5)) {
        case 0 -> text.setLength(at);
        case 1 -> text.delete(at, end);
        case 2 -> text.replace(at, end, NASTY.get(random.nextInt(NASTY.size())));
        case 3 -> text.insert(at, text.substring(at, end));
        default -> replaceValue(text, at, NASTY.get(random.nextInt(NASTY.size())));
      }
    }
    return text.toString();
  }

  /** The value of the next field becomes another; mostly the frame stays readable. */
  private static void replaceValue(StringBuilder text, int from, String value) {
    int colon = text.indexOf("\":", from);
    if (colon >= 0) {
      int end = colon + 2;
      while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text.replace(colon + 2, end, value);
    }
  }
}
