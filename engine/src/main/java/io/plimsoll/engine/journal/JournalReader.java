package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file, line after line, and proves each block before its first line is given out. May
 * read a file that is still being written.
 */
public final class JournalReader implements AutoCloseable {
  private final Path file;
  private final Blocks blocks;
  private final Chain chain = new Chain();
  private Blocks.@Nullable Block block;
  private int at;
  private long line;
  private String head = "";
  private boolean ended;
  private String why = "";
  private @Nullable Fault fault;

  private JournalReader(Path file, Blocks blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /**
   * @throws IOException when the file cannot be opened
   */
  public static JournalReader open(Path file) throws IOException {
    return new JournalReader(file, new Blocks(file));
  }

  /**
   * The next line; null where the file ends, which {@link #ending} then explains.
   *
   * @throws IOException when the disk does not give the file's bytes
   */
  public @Nullable JournalLine next() throws IOException {
    while (fault == null) {
      if (block == null) {
        nextBlock();
      }
      if (block == null) {
        return null;
      }
      if (at < block.to) {
        return read(block);
      }
      line++; // the hash
      block = null;
    }
    return null;
  }

  /** Its line among all lines of the file, from 1. */
  public long line() {
    return line;
  }

  /** The hash of the last block that was read; empty before the first. */
  public String head() {
    return head;
  }

  private void nextBlock() throws IOException {
    var next = blocks.next();
    if (next == null) {
      return;
    }
    if (ended) {
      fail(line + 1, "lines follow after the end that the engine wrote");
    } else if (head.isEmpty() && !begins(next)) {
      fail(1, "this is no journal file of format 1, or its first lines are missing");
    } else if (!chain.next(head, next.bytes, next.from, next.to - next.from).equals(next.hash)) {
      fail(line + 1, "these lines do not have the hash that follows them: they were changed");
    } else {
      block = next;
      at = next.from;
      head = next.hash;
    }
  }

  /** The first block's chain begins with what its own header names. */
  private boolean begins(Blocks.Block first) {
    int end = end(first, first.from);
    if (LineReader.read(first.bytes, first.from, end - first.from).orElse(null)
        instanceof JournalLine.Header header) {
      head = header.prev();
      return true;
    }
    return false;
  }

  private @Nullable JournalLine read(Blocks.Block from) {
    int end = end(from, at);
    var read = LineReader.read(from.bytes, at, end - at).orElse(null);
    line++;
    at = end + 1;
    if (read == null || (read instanceof JournalLine.Header && line > 1)) {
      fail(line, "this line is unknown to this version of the journal");
      return null;
    }
    if (read instanceof JournalLine.End(var reason)) {
      ended = true;
      why = reason;
    }
    return read;
  }

  private static int end(Blocks.Block block, int from) {
    int end = from;
    while (block.bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private void fail(long from, String what) {
    block = null;
    fault = new Fault(file, from, what);
  }

  /**
   * How the file ends. To be asked when {@link #next} has given null.
   *
   * @throws IOException when the disk does not give the file's bytes
   */
  public Ending ending() throws IOException {
    if (fault != null) {
      return new Ending.Faulty(fault);
    }
    return switch (blocks.stop()) {
      case DAMAGED ->
          new Ending.Faulty(new Fault(file, line + 1, "from here on it cannot be unpacked"));
      case ENDED ->
          ended && !blocks.hasRest()
              ? new Ending.Ended(why)
              : new Ending.Sudden(line, blocks.hasRest());
      case CUT ->
          new Ending.Sudden(line, ended || blocks.hasRest() || ZstdFrame.tornBytes(file) > 0);
    };
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
