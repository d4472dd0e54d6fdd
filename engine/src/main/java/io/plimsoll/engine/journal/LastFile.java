package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an earlier life of the engine stopped.
 *
 * @param name of the last file there is; absent: there is none
 * @param head hash of the last whole block there is, with which the next file begins
 */
record LastFile(@Nullable JournalName name, String head) {
  private static final Logger LOG = LoggerFactory.getLogger(LastFile.class);

  static LastFile of(Path folder, int shard) throws IOException {
    var files = JournalFolder.files(folder, shard);
    var name = files.isEmpty() ? null : JournalName.of(files.getLast()).orElse(null);
    for (var file : files.reversed()) {
      var head = head(file);
      if (head != null) {
        return new LastFile(name, head);
      }
    }
    return new LastFile(name, Chain.BEGINNING);
  }

  /** An old file that cannot be read must not keep new ones from being written. */
  private static @Nullable String head(Path file) {
    try (var blocks = new Blocks(file)) {
      String head = null;
      for (var block = blocks.next(); block != null; block = blocks.next()) {
        head = block.hash;
      }
      return head;
    } catch (IOException | RuntimeException unreadable) {
      LOG.atWarn()
          .setMessage("earlier journal file cannot be read")
          .addKeyValue("file", file)
          .addKeyValue("reason", unreadable)
          .log();
      return null;
    }
  }
}
