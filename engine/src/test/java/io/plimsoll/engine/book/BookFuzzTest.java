package io.plimsoll.engine.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plimsoll.engine.tradovate.Frame;
import io.plimsoll.engine.tradovate.FrameReader;
import io.plimsoll.engine.tradovate.Message;
import java.time.Instant;

/** Whatever changes and quotes come after a good snapshot; the input is a frame on each line. */
class BookFuzzTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  @FuzzTest
  @DictionaryFile(resourcePath = "/io/plimsoll/engine/tradovate/words.dict")
  void anyChangesAndQuotesLeaveABookThatCanBeValued(byte[] input) {
    var books = Books.funded();
    books.put(Books.held(Books.ES, 2, "6000"));
    books.trade(Books.ES, "6001");
    new String(input, UTF_8).lines().map(FrameReader::read).forEach(frame -> apply(books, frame));

    for (var source : PriceSource.values()) {
      var valuation = new Valuation(books.book, source);
      for (long id : books.book.accounts()) {
        var page = books.book.account(id).orElseThrow();
        assertThat(valuation.read(page)).isEqualTo(valuation.read(page));
        page.maximum().ripe(NOON);
        page.settling().isSettled(NOON);
      }
    }
    assertThat(books.book.gaps()).doesNotContainNull();
    assertThat(books.book.missing()).doesNotContainNull();
  }

  private static void apply(Books books, Frame frame) {
    if (frame instanceof Frame.Messages(var messages)) {
      for (var message : messages) {
        switch (message) {
          case Message.Props(var changes) ->
              changes.forEach(change -> {
                books.book.apply(change);
                assertThat(books.book.apply(change))
                    .as("%s again", change)
                    .isEqualTo(new Book.Effect.Nothing());
              });
          case Message.MarketData(var quotes) -> quotes.forEach(books.book::apply);
          case Message.Response _, Message.Shutdown _, Message.Odd _ -> {}
        }
      }
    }
  }
}
