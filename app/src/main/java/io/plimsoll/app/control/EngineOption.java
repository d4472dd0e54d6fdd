package io.plimsoll.app.control;

import io.plimsoll.app.ConfigOption;
import io.plimsoll.config.ConfigFile;
import io.plimsoll.config.Refused;
import io.plimsoll.config.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which running engine a command speaks to. */
final class EngineOption {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      description = {
        "data folder of the engine, where its settings cannot be read;",
        "default the one that the settings name"
      },
      paramLabel = "FOLDER")
  private @Nullable Path data;

  /**
   * @throws ParameterException when the settings do not tell the folder
   */
  ControlClient client(CommandSpec command) {
    return new ControlClient(data == null ? configured(command) : data);
  }

  private Path configured(CommandSpec command) {
    return switch (ConfigFile.read(config.file())) {
      case Settings settings -> settings.engine().dataFolder();
      case Refused refused ->
          throw new ParameterException(
              command.commandLine(),
              "The settings (%s) cannot be read: %s. Name the engine's data folder with --data."
                  .formatted(config.file(), refused.problems().getFirst()));
    };
  }
}
