package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Which files a journal has. */
public final class JournalFolder {
  private JournalFolder() {}

  /**
   * The journal files of a folder and the folders in it: shard after shard, each in the order of
   * its chain. Other files are passed over.
   */
  public static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder, 2)) {
      return all.filter(each -> JournalName.of(each).isPresent())
          .sorted(Comparator.comparing(each -> JournalName.of(each).orElseThrow()))
          .toList();
    }
  }

  /** As {@link #files(Path)}, of one shard. */
  public static List<Path> files(Path folder, int shard) throws IOException {
    return files(folder).stream()
        .filter(each -> JournalName.of(each).orElseThrow().shard() == shard)
        .toList();
  }
}
