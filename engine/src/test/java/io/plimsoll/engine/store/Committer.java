package io.plimsoll.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that commits actions and prints the key of each that is durable. */
final class Committer implements AutoCloseable {
  private final Process process;
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final Thread reader;

  Committer(Path folder) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Committer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    reader = Thread.ofPlatform().daemon().start(this::read);
  }

  private void read() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("key=") && line.endsWith(";")) {
          keys.add(line.substring(4, line.length() - 1));
        }
      }
    } catch (IOException killed) {
      // As the test wants it.
    }
  }

  void awaitKeys(int count) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (keys.size() < count) {
      assertThat(System.nanoTime()).as("keys so far: " + keys.size()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** As kill -9 does; returns every key that was acknowledged. */
  List<String> kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
    reader.join();
    return List.copyOf(keys);
  }

  @Override
  public void close() throws IOException {
    try {
      var _ = kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var store = Store.open(Path.of(arguments[0]));
    int from = store.remember().actions().size();
    for (int n = from + 1; true; n++) {
      var action = Sample.action(n);
      var _ =
          store
              .commit(List.of(new Effect.AddAction(action)))
              .thenRun(() -> out.println("key=" + action.key() + ";"));
      if (n % 20 == 0) {
        LockSupport.parkNanos(500_000);
      }
    }
  }
}
