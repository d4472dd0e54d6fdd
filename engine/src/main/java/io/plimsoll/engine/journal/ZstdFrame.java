package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far the first zstd frame of a file is whole (RFC 8878, section 3.1.1). Each flush ends one of
 * zstd's own blocks, so a file that was not cut but merely not ended is whole to its last byte.
 */
final class ZstdFrame {
  private static final int MAGIC = 0xFD2FB528;
  private static final int[] DICTIONARY = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE = {0, 2, 4, 8};
  private static final int RUN = 1;

  private ZstdFrame() {}

  /** Bytes behind the last whole zstd block of a frame that is not ended. */
  static long tornBytes(Path path) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = file.size();
      long at = headerLength(file);
      while (at > 0 && at + 3 <= size) {
        int header = (int) read(file, at, 3);
        boolean last = (header & 1) != 0;
        int type = header >> 1 & 3;
        long end = at + 3 + (type == RUN ? 1 : header >> 3);
        if (end > size) {
          break;
        }
        at = end;
        if (last) {
          break;
        }
      }
      return size - at;
    }
  }

  /** 0 when it is not there whole. */
  private static long headerLength(FileChannel file) throws IOException {
    if (file.size() < 5 || (int) read(file, 0, 4) != MAGIC) {
      return 0;
    }
    int descriptor = (int) read(file, 4, 1);
    boolean singleSegment = (descriptor & 0x20) != 0;
    int sizeFlag = descriptor >> 6;
    int contentSize = sizeFlag == 0 && singleSegment ? 1 : CONTENT_SIZE[sizeFlag];
    long length = 5L + (singleSegment ? 0 : 1) + DICTIONARY[descriptor & 3] + contentSize;
    return length <= file.size() ? length : 0;
  }

  private static long read(FileChannel file, long at, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).limit(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.clear().getLong(0);
  }
}
