package io.plimsoll.app.demo;

import io.plimsoll.app.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way on this machine: a simulated broker, a mail server, a webhook receiver. */
@Command(
    name = "demo",
    description = {
      "Runs the engine against a simulated broker, a mail server and a webhook receiver,",
      "all on this machine, and prints what happens. Ends with Ctrl-C."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--once",
      description = "end when three stories are proven (exit 0), or after 90 s (exit 1)")
  private boolean once;

  @Option(names = "--seed", description = "repeats a run; default 1", paramLabel = "N")
  private long seed = 1;

  @Option(
      names = "--data",
      description = "folder for the engine's store and the logs; default: a new one",
      paramLabel = "FOLDER")
  private @Nullable Path data;

  @Option(
      names = "--kills",
      description = {
        "kill the engine so many times, as kill -9 does, at moments drawn from the seed,",
        "and start it again on the same data; default 0"
      },
      paramLabel = "N")
  private int kills;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = data == null ? Files.createTempDirectory("plimsoll-demo-") : data;
    Files.createDirectories(folder);
    try (var demo = new Demo(folder.toAbsolutePath(), seed, kills, spec.commandLine().getOut())) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::close));
      return demo.run(once) ? Exit.GOOD : Exit.DIFFERENCE;
    }
  }
}
