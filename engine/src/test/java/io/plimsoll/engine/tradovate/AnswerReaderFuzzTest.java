package io.plimsoll.engine.tradovate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plimsoll.engine.tradovate.entity.BadEntityException;
import io.plimsoll.engine.tradovate.entity.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whatever comes as the body of an answer over REST; the input is its text. */
class AnswerReaderFuzzTest {
  private static final List<Integer> STATUSES =
      List.of(200, 299, 302, 400, 401, 404, 408, 429, 500);
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void anyBodyIsAnAnswerAndTheSameAgain(byte[] input) {
    var text = new String(input, UTF_8);
    for (int status : STATUSES) {
      var answer = AnswerReader.read(status, text, null);
      assertThat(AnswerReader.read(status, text, null)).isEqualTo(answer);
      assertThat(Reads.after(answer)).isBetween(Duration.ZERO, Duration.ofDays(1));
      assertThat(answer.toString()).isNotEmpty();
      if (answer instanceof Answer.Ok(var body)) {
        snapshot(new Fields(body));
        if (Token.isIn(body)) {
          assertThat(Token.read(body, null, NOON).toString()).doesNotContain("accessToken");
        }
      }
    }
  }

  private static void snapshot(Fields fields) {
    try {
      assertThat(CashBalanceSnapshot.read(fields).netLiq()).isNotNull();
    } catch (BadEntityException bad) {
      assertThat(bad).hasMessageContaining("netLiq");
    }
  }
}
