package io.plimsoll.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which settings file a command reads. */
public final class ConfigOption {
  private static final Path USUAL = Path.of("config", "plimsoll.yaml");

  @Option(
      names = "--config",
      description = {
        "settings file; default config/plimsoll.yaml in this folder,",
        "else the one beside the program"
      },
      paramLabel = "FILE")
  private @Nullable Path given;

  public Path file() {
    if (given != null) {
      return given;
    }
    var beside = Java.home().resolve(USUAL);
    return Files.exists(USUAL) || !Files.exists(beside) ? USUAL : beside;
  }
}
