package io.plimsoll.engine.journal;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file while it is written: a single zstd frame, flushed at the end of each block, so that
 * blocks are compressed with what came before them and are readable as soon as they are written. No
 * file is ever opened a second time for writing: what a kill left stays as it is.
 */
final class JournalFile {
  private static final int LEVEL = 3;

  private final Path path;
  private final FileChannel channel;
  private final Compressed compressed = new Compressed();
  private final ZstdOutputStreamNoFinalizer zstd;
  private long lineBytes;
  private long whole;

  private JournalFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.zstd = new ZstdOutputStreamNoFinalizer(compressed, LEVEL);
  }

  /** Collects what one write to the file shall be. */
  private static final class Compressed extends ByteArrayOutputStream {
    Compressed() {
      super(128 << 10);
    }

    ByteBuffer bytes() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }

  /** A new file; one that is there already is not touched. */
  static JournalFile create(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      return new JournalFile(path, channel);
    } catch (IOException | RuntimeException | LinkageError failed) {
      channel.close();
      Files.deleteIfExists(path);
      throw failed;
    }
  }

  /** Writes these lines and waits for the disk. After a failure the file cannot be used. */
  void append(Lines lines) throws IOException {
    zstd.write(lines.bytes(), 0, lines.size());
    zstd.flush();
    write(lines);
  }

  /** Writes the last lines and closes; the end of the zstd frame says that nothing is missing. */
  void end(Lines lines) throws IOException {
    zstd.write(lines.bytes(), 0, lines.size());
    zstd.close();
    write(lines);
    channel.close();
  }

  private void write(Lines lines) throws IOException {
    var bytes = compressed.bytes();
    while (bytes.hasRemaining()) {
      var _ = channel.write(bytes);
    }
    channel.force(false);
    whole = channel.position();
    lineBytes += lines.size();
    compressed.reset();
  }

  long lineBytes() {
    return lineBytes;
  }

  /** As far as it was written whole. */
  long fileBytes() {
    return whole;
  }

  Path path() {
    return path;
  }

  /** After a failure: leaves what was written whole, or no file if nothing was. */
  void abandon() throws IOException {
    try (channel) {
      zstd.close();
      if (whole == 0) {
        Files.deleteIfExists(path);
      } else {
        var _ = channel.truncate(whole);
      }
    }
  }
}
