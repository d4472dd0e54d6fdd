package io.plimsoll.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Lines of JSON, one after the other, as bytes. Written by hand, because a JSON library takes
 * longer for a line than all the rest of the journal.
 */
final class Lines {
  private static final int FIRST = 64 << 10;

  /** Escaped in pieces of this size, each of which may become six times as long. */
  private static final int PIECE = 8 << 10;

  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] TIME = ascii("{\"t\":\"");
  private static final byte[] LOST = ascii("\",\"lost\":");
  private static final byte[] SINCE = ascii(",\"since\":\"");
  private static final byte[] CLOSE = ascii("\"}\n");
  private static final byte[] FROM_USER = from(Source.USER);
  private static final byte[] FROM_PRICES = from(Source.PRICES);

  private final Stamp stamp = new Stamp();
  private byte[] bytes = new byte[FIRST];
  private int size;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] from(Source source) {
    return ascii("\",\"s\":\"%s\",\"f\":\"".formatted(source.word()));
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void frame(Taken taken) {
    put(TIME);
    put(taken.at());
    put(
        switch (taken.source()) {
          case USER -> FROM_USER;
          case PRICES -> FROM_PRICES;
        });
    escape(taken.text().getBytes(StandardCharsets.UTF_8));
    put(CLOSE);
  }

  void lost(Instant at, Gap gap) {
    put(TIME);
    put(at);
    put(LOST);
    put(ascii(Long.toString(gap.frames())));
    put(SINCE);
    put(gap.since());
    put(CLOSE);
  }

  /** A line that is ready, without its end. */
  void line(String json) {
    put(json.getBytes(StandardCharsets.UTF_8));
    put(new byte[] {'\n'});
  }

  /** Takes back what was written since. */
  void backTo(int earlier) {
    size = earlier;
  }

  /**
   * @param usual more than that is given back to the heap
   */
  void clear(int usual) {
    size = 0;
    if (bytes.length > Math.max(FIRST, 2 * usual)) {
      bytes = new byte[FIRST];
    }
  }

  private void put(byte[] some) {
    room(some.length);
    System.arraycopy(some, 0, bytes, size, some.length);
    size += some.length;
  }

  private void put(Instant at) {
    room(Stamp.LENGTH);
    stamp.write(at, bytes, size);
    size += Stamp.LENGTH;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 3 / 2));
    }
  }

  private void escape(byte[] text) {
    for (int from = 0; from < text.length; from += PIECE) {
      room(6 * PIECE);
      escape(text, from, Math.min(text.length, from + PIECE));
    }
  }

  private void escape(byte[] text, int from, int to) {
    var out = bytes;
    int at = size;
    for (int i = from; i < to; i++) {
      byte one = text[i];
      if (one == '"' || one == '\\') {
        out[at++] = '\\';
        out[at++] = one;
      } else if (one >= 0 && one < ' ') {
        out[at++] = '\\';
        out[at++] = 'u';
        out[at++] = '0';
        out[at++] = '0';
        out[at++] = HEX[one >> 4];
        out[at++] = HEX[one & 0xf];
      } else {
        out[at++] = one;
      }
    }
    size = at;
  }
}
