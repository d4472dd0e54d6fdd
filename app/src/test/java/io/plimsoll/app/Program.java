package io.plimsoll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program in a process of its own, whose lines can be waited for. Closing ends it. */
public final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String END = "\0";

  private final Process process;
  private final Thread reader;
  private final StringBuffer said = new StringBuffer();
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Program(ProcessBuilder builder) throws IOException {
    this.process = builder.redirectErrorStream(true).start();
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  public static Program start(ProcessBuilder builder) throws IOException {
    return new Program(builder);
  }

  /** {@code plimsoll} with these arguments, as the launcher starts it. */
  public static Program plimsoll(Map<String, String> environment, String... arguments)
      throws IOException {
    var builder = Java.program("io.plimsoll.app.Main", List.of(arguments));
    builder.environment().putAll(environment);
    return new Program(builder);
  }

  /** The simulated broker, listening; where, is in {@link #port}. */
  public static Program broker(Path requests) throws IOException {
    return new Program(
        Java.program(
            "io.plimsoll.simulator.Main",
            List.of("--tick=0", "--log=" + requests.toAbsolutePath())));
  }

  public int port() throws InterruptedException {
    var line = waitFor("simulator ready port=\\d+");
    return Integer.parseInt(line.substring(line.indexOf("port=") + 5));
  }

  private void read() {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
        lines.add(line);
      }
    } catch (IOException | UncheckedIOException ended) {
      // Gone; what it said has been read.
    }
    lines.add(END);
  }

  /** The next line in which this is found; those before it are passed over. */
  public String waitFor(String regex) throws InterruptedException {
    var wanted = Pattern.compile(regex);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null || line.equals(END)) {
        throw new AssertionError("(%s) was not said, but:%n%s".formatted(regex, said));
      }
      if (wanted.matcher(line).find()) {
        return line;
      }
    }
  }

  /** All it said, on both streams. */
  public String said() {
    return said.toString();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** As SIGTERM. Not by Process, which would also close the stream we read. */
  public void stop() {
    process.toHandle().destroy();
  }

  /** The exit code; what it said is then complete. */
  public int exit(Duration within) throws InterruptedException {
    if (!process.waitFor(within)) {
      throw new AssertionError("did not end within %s, and said:%n%s".formatted(within, said));
    }
    reader.join(PATIENCE);
    return process.exitValue();
  }

  public int exit() throws InterruptedException {
    return exit(PATIENCE);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
