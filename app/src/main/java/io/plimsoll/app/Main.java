package io.plimsoll.app;

import io.plimsoll.app.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of Plimsoll. */
@Command(
    name = "plimsoll",
    description = "Holds risk rules against live trading accounts.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      CheckCommand.class,
      SimulatorCommand.class,
      VersionCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Log.to(Format.text);
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              command.getErr().println("plimsoll: " + failure.getMessage());
              return Exit.COULD_NOT_RUN;
            })
            .execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
  }
}
