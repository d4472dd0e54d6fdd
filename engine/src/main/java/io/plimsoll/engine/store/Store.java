package io.plimsoll.engine.store;

import io.plimsoll.engine.risk.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable memory on SQLite. One thread writes, many commits at a time in one transaction; a
 * commit's future completes only after the disk has it. A commit that fails is repeated until it
 * succeeds or the store is closed, never dropped.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int MOST_AT_ONCE = 256;
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private final FolderLock lock;
  private final Path file;
  private final Connection connection;
  private final LinkedBlockingQueue<Commit> queue = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().name("store").daemon().unstarted(this::run);
  private volatile boolean closing;
  private volatile boolean over;

  private record Commit(List<Effect> effects, CompletableFuture<Void> durable) {}

  private Store(FolderLock lock, Path file, Connection connection) {
    this.lock = lock;
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the store in a folder that no other engine uses.
   *
   * @throws StoreException when it cannot; the message says the way out
   */
  public static Store open(Path folder) {
    var lock = FolderLock.take(folder);
    var file = folder.resolve("plimsoll.db");
    try {
      ownNativeLibrary(folder.resolve("native"));
      var store = new Store(lock, file, connect(file));
      store.writer.start();
      return store;
    } catch (SQLException | IOException | RuntimeException failed) {
      closeQuietly(lock);
      throw new StoreException(
          "Cannot open the store (%s): %s. If the file is damaged, move it away and start again; what the broker knows is read anew, peaks and latches are lost."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=5000");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      Rows.migrate(connection);
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** The driver unpacks 12 MB at each start and a kill leaves them: keep them in one place. */
  private static void ownNativeLibrary(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        Files.deleteIfExists(file);
      }
    }
    System.setProperty("org.sqlite.tmpdir", folder.toString());
  }

  /**
   * What is remembered. To be read once, before the first commit.
   *
   * @throws StoreException when the file cannot be read
   */
  public Memory remember() {
    return read(Rows::read);
  }

  /**
   * The texts of plans that accounts were or are held to.
   *
   * @throws StoreException when the file cannot be read
   */
  public List<Plan> plans() {
    return read(Rows::plans);
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(Connection connection) throws SQLException;
  }

  private <T> T read(Reader<T> reader) {
    try {
      return reader.read(connection);
    } catch (SQLException | RuntimeException failed) {
      throw new StoreException(
          "Cannot read the store (%s): %s. It was written by another version, or is damaged: move it away and start again; peaks and latches are lost."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  /**
   * All of these or none. The future completes when they are durable; it fails when they cannot be
   * written at all, or the store is closed before they are.
   */
  public CompletableFuture<Void> commit(List<Effect> effects) {
    var commit = new Commit(List.copyOf(effects), new CompletableFuture<>());
    queue.add(commit);
    if (over) {
      abandonQueue();
    }
    return commit.durable();
  }

  private void abandonQueue() {
    for (var commit = queue.poll(); commit != null; commit = queue.poll()) {
      abandon(commit);
    }
  }

  private static void abandon(Commit commit) {
    commit.durable().completeExceptionally(new StoreException("The store is closed."));
  }

  private void run() {
    try {
      writeWhileOpen();
    } finally {
      over = true;
      abandonQueue();
    }
  }

  private void writeWhileOpen() {
    var batch = new ArrayList<Commit>();
    while (!closing || !queue.isEmpty()) {
      try {
        var first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        writeUntilDurable(batch);
      } catch (InterruptedException stop) {
        batch.forEach(Store::abandon);
        return;
      }
      batch.forEach(commit -> commit.durable().complete(null));
      batch.clear();
    }
  }

  private void writeUntilDurable(List<Commit> batch) throws InterruptedException {
    while (true) {
      try {
        write(batch);
        return;
      } catch (RuntimeException bug) {
        LOG.atError().setMessage("commit cannot be written").setCause(bug).log();
        refuseUnwritable(batch);
      } catch (SQLException failed) {
        LOG.atError()
            .setMessage("commit failed, trying again")
            .addKeyValue("commits", batch.size())
            .addKeyValue("reason", failed.getMessage())
            .log();
        Thread.sleep(AFTER_FAILURE);
      }
    }
  }

  /** One that cannot be written must not stop the others, nor the writer. */
  private void refuseUnwritable(List<Commit> batch) throws InterruptedException {
    if (batch.size() == 1) {
      batch.removeFirst().durable().completeExceptionally(new StoreException("Cannot be written."));
      return;
    }
    for (var commit : List.copyOf(batch)) {
      var alone = new ArrayList<>(List.of(commit));
      writeUntilDurable(alone);
      alone.forEach(written -> written.durable().complete(null));
      batch.remove(commit);
    }
  }

  private void write(List<Commit> batch) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (var commit : batch) {
        for (var effect : commit.effects()) {
          Rows.write(connection, effect);
        }
      }
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      // With autocommit off an idle connection would keep the write lock.
      connection.setAutoCommit(true);
    }
  }

  /** Writes what is queued, then closes. */
  @Override
  public void close() {
    closing = true;
    // So that the writer, which looks for work ten times a second, sees it at once.
    queue.add(new Commit(List.of(), new CompletableFuture<>()));
    try {
      writer.join(Duration.ofSeconds(5));
      writer.interrupt();
      connection.close();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    } catch (SQLException failed) {
      LOG.atWarn().setMessage("store not closed cleanly").addKeyValue("reason", failed).log();
    }
    closeQuietly(lock);
  }

  private static void closeQuietly(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
