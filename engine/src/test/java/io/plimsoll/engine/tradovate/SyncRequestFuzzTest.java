package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.changes;
import static io.plimsoll.engine.tradovate.Frames.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes as the answer to the sync request; the input is its body. */
class SyncRequestFuzzTest {
  private static final String USERS = json("[{'id':14512,'name':'demo','status':'Active'}]");

  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void anyAnswerIsReadAndTakesNoOtherCollectionWithIt(byte[] input) {
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(input);
    } catch (JacksonException | ArithmeticException | NumberFormatException broken) {
      // As in a frame, which is then broken as a whole; FrameReaderFuzzTest is about those.
      return;
    }
    var read = SyncRequest.read(body);
    assertThat(SyncRequest.read(body)).isEqualTo(read);
    if (body instanceof ObjectNode collections) {
      var without = collections.deepCopy();
      without.remove("users");
      var with = without.deepCopy();
      with.set("users", Json.MAPPER.readTree(USERS.getBytes(UTF_8)));
      assertThat(changes(SyncRequest.read(with)))
          .containsAll(changes(SyncRequest.read(without)))
          .hasSize(changes(SyncRequest.read(without)).size() + 1);
    }
  }
}
