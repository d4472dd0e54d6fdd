package io.plimsoll.engine.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A process of its own that writes a journal as fast as it may, until it is told to end. */
final class Scribe implements AutoCloseable {
  private final Process process;
  private final Thread reader;
  private volatile long written;
  private volatile long failures;

  private Scribe(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    reader = Thread.ofPlatform().daemon().start(this::read);
  }

  static Scribe start(Path folder) throws IOException {
    return new Scribe(java(folder));
  }

  /** No file of it may grow beyond so many bytes. */
  static Scribe limited(Path folder, int bytes) throws IOException {
    var command =
        new ArrayList<>(
            List.of("sh", "-c", "ulimit -f %d; exec \"$@\"".formatted(bytes / 512), "sh"));
    command.addAll(java(folder));
    return new Scribe(command);
  }

  private static List<String> java(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Scribe.class.getName(),
        folder.toString());
  }

  /** Half of it cannot be compressed, so that files grow soon. */
  private static String frame(int number) {
    var noise = new byte[200];
    new Random(number).nextBytes(noise);
    return "a[{\"e\":\"%s\",\"d\":%d}]".formatted(HexFormat.of().formatHex(noise), number);
  }

  static List<String> frames(int count) {
    return IntStream.range(0, count).mapToObj(Scribe::frame).toList();
  }

  private void read() {
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        var words = line.split(" ");
        if (words.length == 3 && words[2].equals(";")) {
          written = Long.parseLong(words[0]);
          failures = Long.parseLong(words[1]);
        }
      }
    } catch (IOException killed) {
      // As the test wants it.
    }
  }

  long awaitWritten(long frames) {
    Kept.await(frames + " frames", () -> written >= frames);
    return written;
  }

  void awaitFailures(long count) {
    Kept.await(count + " failures", () -> failures >= count);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Lets it close its journal. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    var _ = process.waitFor();
    reader.join();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var journal =
        Journal.open(
            Path.of(arguments[0]),
            JournalSettings.USUAL,
            Long.toString(ProcessHandle.current().pid()),
            InstantSource.system(),
            new Limits(1 << 20, 32 << 10, 1L << 30, Duration.ofMillis(20), Duration.ofMillis(20)));
    var end =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                while (System.in.read() >= 0) {
                  // Until it is closed.
                }
              } catch (IOException gone) {
                // Then we end too.
              }
            });
    for (int n = 0; end.isAlive(); n++) {
      journal.recorder(0).take(Source.USER, frame(n));
      if (n % 20 == 0) {
        var counts = journal.counts();
        out.println(counts.written() + " " + counts.failures() + " ;");
        while (n - journal.counts().written() > 1000 && end.isAlive()) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
    journal.close();
  }
}
