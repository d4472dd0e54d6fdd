package io.plimsoll.app.demo;

import io.plimsoll.app.Java;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The simulated broker, in a process of its own. */
final class BrokerProcess implements AutoCloseable {
  private static final String READY = "simulator ready port=";
  private static final int PATIENCE_SECONDS = 60;

  private final Child process;
  private final int port;

  private BrokerProcess(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Comes back when it listens. */
  static BrokerProcess start(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    var errors = folder.resolve("simulator.err");
    var port = new CompletableFuture<Integer>();
    var program =
        Java.program("io.plimsoll.simulator.Main", arguments).redirectError(errors.toFile());
    var process =
        new Child(
            "simulator",
            program,
            line -> {
              if (line.startsWith(READY)) {
                port.complete(Integer.parseInt(line.substring(READY.length())));
              }
            });
    process.onEnd(() -> port.completeExceptionally(new IOException("it ended by itself")));
    try {
      return new BrokerProcess(process, port.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException failed) {
      process.close();
      throw new IOException("The simulator did not start; its errors are in " + errors, failed);
    } catch (InterruptedException stopped) {
      process.close();
      throw stopped;
    }
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.close();
  }
}
