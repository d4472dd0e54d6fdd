package io.plimsoll.app.control;

import io.plimsoll.app.Exit;
import io.plimsoll.app.Format;
import io.plimsoll.app.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an account is held to, and where it stands. */
@Command(
    name = "show",
    description = "Shows an account's plan, its limits and where it stands against them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PlansShowCommand implements Callable<Integer> {
  @Mixin private EngineOption engine = new EngineOption();

  @Option(names = "--account", required = true, description = "its number", paramLabel = "ID")
  private long account;

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return switch (engine.client(spec).ask("/accounts/" + account)) {
      case ControlClient.Reply.Good(var sheet) -> {
        var out = spec.commandLine().getOut();
        switch (format) {
          case text -> SheetText.lines(sheet).forEach(out::println);
          case json -> out.println(sheet);
        }
        out.flush();
        yield Exit.GOOD;
      }
      case ControlClient.Reply.Refused(var why) -> {
        spec.commandLine().getErr().println("plimsoll: " + why);
        yield Exit.DIFFERENCE;
      }
    };
  }
}
