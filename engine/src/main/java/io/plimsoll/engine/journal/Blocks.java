package io.plimsoll.engine.journal;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The whole blocks of one file, as they stand there; nothing is proven yet. */
final class Blocks implements AutoCloseable {
  private static final byte[] HASH = "{\"h\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX = 64;
  private static final int FIRST = 256 << 10;

  /** Far beyond the largest frame; a file that claims more is no journal. */
  private static final int LARGEST = 1 << 30;

  /** How the file stops. */
  enum Stop {
    /** Where the zstd frame ends. */
    ENDED,
    /** The file ends and the zstd frame does not. */
    CUT,
    /** Something in the file is no zstd. */
    DAMAGED
  }

  /** A block's bytes, its hash line left out; they hold until the next block is asked for. */
  static final class Block {
    final byte[] bytes;
    final int from;
    final int to;

    /** As the file says. */
    final String hash;

    Block(byte[] bytes, int from, int to, String hash) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.hash = hash;
    }
  }

  private final Input file;
  private final ZstdInputStreamNoFinalizer zstd;
  private byte[] buffer = new byte[FIRST];
  private int from;
  private int to;
  private Stop stop = Stop.ENDED;
  private boolean over;

  private static final class Input extends FilterInputStream {
    private boolean atEnd;

    Input(InputStream file) {
      super(file);
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      int got = super.read(into, at, most);
      atEnd |= got < 0;
      return got;
    }
  }

  Blocks(Path path) throws IOException {
    file = new Input(Files.newInputStream(path));
    try {
      zstd = new ZstdInputStreamNoFinalizer(file);
    } catch (IOException | RuntimeException | LinkageError failed) {
      file.close();
      throw failed;
    }
  }

  /** The next whole block; null where there is none. */
  @Nullable Block next() throws IOException {
    int line = from;
    int seen = from;
    while (true) {
      int end = newline(seen);
      if (end >= 0) {
        if (isHash(line, end)) {
          var block =
              new Block(
                  buffer,
                  from,
                  line,
                  new String(buffer, line + HASH.length, HEX, StandardCharsets.US_ASCII));
          from = end + 1;
          return block;
        }
        line = end + 1;
        seen = line;
      } else {
        int moved = from;
        seen = to;
        if (!fill()) {
          return null;
        }
        moved -= from;
        line -= moved;
        seen -= moved;
      }
    }
  }

  private int newline(int at) {
    for (int i = at; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean isHash(int line, int end) {
    return end - line == HASH.length + HEX + 2
        && Arrays.equals(buffer, line, line + HASH.length, HASH, 0, HASH.length);
  }

  /** Reads on; false at the end. May move what is not yet given out to the buffer's start. */
  private boolean fill() throws IOException {
    if (over) {
      return false;
    }
    if (to == buffer.length) {
      if (to - from > buffer.length / 2) {
        grow();
      } else {
        System.arraycopy(buffer, from, buffer, 0, to - from);
      }
      to -= from;
      from = 0;
    }
    try {
      int got = zstd.read(buffer, to, buffer.length - to);
      over = got < 0;
      to += Math.max(0, got);
    } catch (ZstdIOException notZstd) {
      over = true;
      stop = file.atEnd ? Stop.CUT : Stop.DAMAGED;
    }
    return !over;
  }

  /** A new buffer: the bytes of the block given out last stay as they are. */
  private void grow() throws IOException {
    if (buffer.length >= LARGEST) {
      throw new IOException("a block is larger than %d bytes".formatted(LARGEST));
    }
    var larger = new byte[Math.min(LARGEST, buffer.length * 2)];
    System.arraycopy(buffer, from, larger, 0, to - from);
    buffer = larger;
  }

  /** How the file stops; known once {@link #next} gave null. */
  Stop stop() {
    return stop;
  }

  /** Whether bytes follow the last whole block. */
  boolean hasRest() {
    return to > from;
  }

  @Override
  public void close() throws IOException {
    zstd.close();
  }
}
