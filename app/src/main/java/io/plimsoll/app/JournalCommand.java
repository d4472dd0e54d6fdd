package io.plimsoll.app;

import io.plimsoll.engine.journal.JournalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that read the journal. They start nothing and change nothing. */
@Command(
    name = "journal",
    description = "Proves and shows the journal of frames; see docs/journal.md.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {JournalVerifyCommand.class, JournalShowCommand.class})
final class JournalCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "journal needs a command: verify or show.");
  }

  /**
   * The journal's files in a folder, or the one that is named.
   *
   * @throws IOException when there are none
   */
  static List<Path> files(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new IOException(
          "(%s) does not exist. Name the journal's folder, such as data/journal, or one of its files."
              .formatted(place));
    }
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    var files = JournalFolder.files(place);
    if (files.isEmpty()) {
      throw new IOException(
          "(%s) holds no journal: no file such as 2026-11-21/shard-0-14.jsonl.zst."
              .formatted(place));
    }
    return files;
  }
}
