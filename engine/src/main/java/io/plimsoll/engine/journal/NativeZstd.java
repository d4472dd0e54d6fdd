package io.plimsoll.engine.journal;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compressor's native library. */
final class NativeZstd {
  private NativeZstd() {}

  /**
   * The library unpacks itself at each start, by default into the system's folder for temporary
   * files, from which some systems run nothing; and a kill at that moment leaves it there. So it
   * gets a place of our own, which is emptied first.
   *
   * @throws LinkageError when it cannot be loaded there; the next try may succeed
   */
  static void loadFrom(Path folder) throws IOException {
    if (Native.isLoaded()) {
      return;
    }
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Native.load(folder.toFile());
  }
}
