package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.Frame;
import io.plimsoll.engine.tradovate.FrameReader;
import io.plimsoll.engine.tradovate.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededFramesTest {
  private static List<SeededFrames.Sent> frames(long seed) {
    var made = new SeededFrames(seed, 50, 1000);
    return Stream.generate(made::next).limit(3000).toList();
  }

  @Test
  void theSameSeedGivesTheSameFrames() {
    assertThat(frames(3)).isEqualTo(frames(3)).isNotEqualTo(frames(4));
  }

  @Test
  void theEngineReadsEachWithoutAComplaint() {
    assertThat(frames(1))
        .allSatisfy(sent -> {
          assertThat(FrameReader.read(sent.text())).isInstanceOf(Frame.Messages.class);
          var messages = ((Frame.Messages) FrameReader.read(sent.text())).messages();
          assertThat(messages).isNotEmpty().noneMatch(Message.Odd.class::isInstance);
          assertThat(messages)
              .allMatch(message -> message instanceof Message.MarketData == sent.isPrice());
        });
  }

  @Test
  void aFrameIsAboutAsLongAsTheBrokers() {
    assertThat(frames(1).stream().mapToInt(sent -> sent.text().length()).average().orElseThrow())
        .isBetween(250.0, 450.0);
  }
}
