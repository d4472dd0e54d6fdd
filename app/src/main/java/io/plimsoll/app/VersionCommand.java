package io.plimsoll.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the version. */
@Command(
    name = "version",
    description = "Prints the versions of Plimsoll and of Java.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VersionCommand implements Callable<Integer> {
  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> {
        for (var line : new Version().getVersion()) {
          out.println(line);
        }
      }
      case json ->
          out.printf(
              "{\"plimsoll\":\"%s\",\"java\":\"%s\"}%n", Version.number(), Runtime.version());
    }
    out.flush();
    return Exit.GOOD;
  }
}
