package io.plimsoll.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second engine away from a data folder. The system frees it when the process ends. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @throws StoreException when another process holds the folder, or it cannot be written
   */
  static FolderLock take(Path folder) {
    var file = folder.resolve("lock");
    try {
      Files.createDirectories(folder);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StoreException(
            "Another engine is using the data folder (%s). Stop it, or give this one a data-folder of its own."
                .formatted(folder));
      }
      return new FolderLock(channel, lock);
    } catch (IOException failed) {
      throw new StoreException(
          "Cannot use the data folder (%s): %s. Make it writable for this user, or name another as data-folder."
              .formatted(folder, failed),
          failed);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      lock.release();
      channel.close();
    }
  }
}
