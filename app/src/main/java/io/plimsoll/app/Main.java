package io.plimsoll.app;

import io.plimsoll.app.cases.TestCommand;
import io.plimsoll.app.control.PlansCommand;
import io.plimsoll.app.control.RebaseCommand;
import io.plimsoll.app.control.UnlockCommand;
import io.plimsoll.app.demo.DemoCommand;
import io.plimsoll.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
      TestCommand.class,
      PlansCommand.class,
      UnlockCommand.class,
      RebaseCommand.class,
      JournalCommand.class,
      SimulatorCommand.class,
      VersionCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Log.to(Format.text);
    System.exit(commandLine().execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler((failure, command, parsed) -> couldNotRun(failure, command));
  }

  /** What is expected to fail says why in one line; anything else is a bug, and shows where. */
  private static int couldNotRun(Exception failure, CommandLine command) {
    var err = command.getErr();
    switch (failure) {
      case StoreException unusable -> err.println("plimsoll: " + unusable.getMessage());
      case IOException failed when failed.getMessage() != null && !isBarePath(failed) ->
          err.println("plimsoll: " + failed.getMessage());
      case IOException failed -> err.println("plimsoll: " + failed);
      default -> {
        err.println("plimsoll: this is a bug, please report it with these lines:");
        failure.printStackTrace(err);
      }
    }
    err.flush();
    return Exit.COULD_NOT_RUN;
  }

  /** Whose message is the file's name and nothing else. */
  private static boolean isBarePath(IOException failed) {
    return failed instanceof FileSystemException at && at.getReason() == null;
  }
}
