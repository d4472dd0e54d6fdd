package io.plimsoll.app.demo;

import io.plimsoll.app.Java;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The engine as users run it, in a process of its own that may be killed and started again. */
final class EngineProcess implements AutoCloseable {
  /** How it stands with the present life. */
  enum Life {
    RUNNING,
    /** As was asked by {@link #kill}. */
    KILLED,
    ENDED_BY_ITSELF
  }

  private final Map<String, String> environment;
  private final File errors;
  private final Consumer<Happening> listener;
  private @Nullable Child child;
  private boolean killed;
  private boolean closed;

  EngineProcess(Map<String, String> environment, File errors, Consumer<Happening> listener) {
    this.environment = Map.copyOf(environment);
    this.errors = errors;
    this.listener = listener;
  }

  /** Starts the next life, after all that the one before it said has been heard. */
  void start() throws IOException {
    var before = present();
    if (before != null) {
      before.close();
    }
    startUnlessClosed();
  }

  private synchronized void startUnlessClosed() throws IOException {
    if (closed) {
      return;
    }
    var config = Java.home().resolve("config").resolve("demo.yaml").toString();
    var program =
        Java.program(
                "io.plimsoll.app.Main",
                List.of("run", "--config", config, "--format", "json", "--figures"))
            .redirectError(Redirect.appendTo(errors));
    program.environment().putAll(environment);
    killed = false;
    child = new Child("engine", program, line -> EngineLog.read(line).ifPresent(listener));
  }

  private synchronized @Nullable Child present() {
    return child;
  }

  /** As kill -9 does. False when there is nothing to kill. */
  synchronized boolean kill() {
    if (child == null || killed || !child.isAlive()) {
      return false;
    }
    killed = true;
    child.kill();
    return true;
  }

  synchronized Life life() {
    if (child != null && child.isAlive()) {
      return Life.RUNNING;
    }
    return killed ? Life.KILLED : Life.ENDED_BY_ITSELF;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    var last = present();
    if (last != null) {
      last.close();
    }
  }
}
