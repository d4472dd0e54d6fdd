package io.plimsoll.app.demo;

import io.plimsoll.app.Exit;
import io.plimsoll.app.Format;
import io.plimsoll.app.Log;
import io.plimsoll.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the whole way on this machine: a simulated broker, a mail server, a webhook receiver. */
@Command(
    name = "demo",
    description = "Shows the engine at work on this machine, against a simulated broker.",
    footer = {
      "",
      "Runs the engine, a simulated broker, a mail server and a webhook receiver, and prints what",
      "happens: four stories of about 30 s, each proven from outside the engine. Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--once",
      description =
          "end when all four stories are proven (exit 0), or after 90 s and 5 s a kill (exit 1)")
  private boolean once;

  @Option(names = "--seed", description = "repeats a run; default 1", paramLabel = "N")
  private long seed = 1;

  @Option(
      names = "--data",
      description = "new folder for the store and the logs; default: a temporary one",
      paramLabel = "FOLDER")
  private @Nullable Path data;

  @Option(
      names = "--kills",
      description =
          "kill the engine so many times, as kill -9 does, at moments drawn from the seed, and start"
              + " it again on the same data; default 0",
      paramLabel = "N")
  private int kills;

  @Option(names = "--format", description = "text or json: one object a line; default text")
  private Format format = Format.text;

  private static final String USED_BEFORE = "broker-requests.jsonl";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kills < 0) {
      throw wrong("--kills (%d) cannot be negative. Give 0 or more.".formatted(kills));
    }
    Log.to(format);
    Thread.setDefaultUncaughtExceptionHandler(MailCatcher::uncaught);
    var folder = folder();
    var out = spec.commandLine().getOut();
    try (var demo = new Demo(folder.toAbsolutePath(), seed, kills, out, format)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::close));
      return demo.run(once) ? Exit.GOOD : Exit.DIFFERENCE;
    }
  }

  private Path folder() throws IOException {
    if (data == null) {
      return Files.createTempDirectory("plimsoll-demo-");
    }
    if (Files.exists(data.resolve(USED_BEFORE))) {
      throw wrong(
          "--data (%s) holds an earlier demo, whose alerts would not be told again. Name a new folder."
              .formatted(data));
    }
    try {
      return Files.createDirectories(data);
    } catch (IOException failed) {
      throw new IOException(
          "Cannot use the folder (%s): %s. Name another with --data.".formatted(data, failed),
          failed);
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
