package io.plimsoll.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Another program, started by the demo and ended with it. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Thread reader;

  Child(String name, ProcessBuilder program, Consumer<String> lines) throws IOException {
    this.process = program.start();
    this.reader = Thread.ofPlatform().name(name).daemon().start(() -> read(lines));
  }

  private void read(Consumer<String> lines) {
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines);
    } catch (IOException | UncheckedIOException ended) {
      // The process is gone; what it said has been read.
    }
  }

  void onEnd(Runnable then) {
    var _ = process.onExit().thenRun(then);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, as kill -9 does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it as SIGTERM does; when it does not listen, at once. */
  @Override
  public void close() {
    // Not by Process, which would also close the stream we read: its last words count.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join(PATIENCE);
    } catch (InterruptedException impatient) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
