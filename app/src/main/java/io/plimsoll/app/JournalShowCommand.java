package io.plimsoll.app;

import io.plimsoll.engine.journal.Ending;
import io.plimsoll.engine.journal.Fault;
import io.plimsoll.engine.journal.JournalLine;
import io.plimsoll.engine.journal.JournalReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The frames of a journal, as they came. */
@Command(
    name = "show",
    description = "Prints the frames of a journal, file after file, each proven first.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class JournalShowCommand implements Callable<Integer> {
  private static final DateTimeFormatter SIX_DIGITS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);
  private static final int LOOK_AFTER = 1000;

  @Parameters(paramLabel = "FILE", description = "a file of the journal, or a folder of them")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path place;

  @Option(names = "--shard", paramLabel = "N", description = "this shard only; default all")
  private @Nullable Integer shard;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "from this time on, such as 2026-11-21T14:00:00Z",
      converter = Time.class)
  private Instant from = Instant.MIN;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "until before this time",
      converter = Time.class)
  private Instant to = Instant.MAX;

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException unreadable) {
        throw new TypeConversionException(
            "(%s) is not a time. Write it such as 2026-11-21T14:00:00Z.".formatted(text));
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    int exit = Exit.GOOD;
    for (var file : JournalCommand.files(place)) {
      try (var reader = JournalReader.open(file)) {
        if (print(reader, out)) {
          var trouble = trouble(file, reader.ending());
          if (trouble != null) {
            err.println("plimsoll: " + trouble);
            exit = Exit.DIFFERENCE;
          }
        }
      }
      if (out.checkError()) {
        break;
      }
    }
    err.flush();
    return exit;
  }

  /** False when it was not read to its end: it is another shard's, or nobody reads what we say. */
  private boolean print(JournalReader reader, PrintWriter out) throws IOException {
    int of = 0;
    for (var line = reader.next(); line != null; line = reader.next()) {
      switch (line) {
        case JournalLine.Header header -> {
          of = header.shard();
          if (shard != null && of != shard) {
            return false;
          }
        }
        case JournalLine.Frame frame -> {
          if (isWanted(frame.at())) {
            out.println(text(of, frame));
          }
        }
        case JournalLine.Lost lost -> {
          if (isWanted(lost.at())) {
            out.println(text(of, lost));
          }
        }
        case JournalLine.End _ -> {}
      }
      if (reader.line() % LOOK_AFTER == 0 && out.checkError()) {
        return false; // as with head
      }
    }
    return true;
  }

  private static @Nullable Fault trouble(Path file, Ending ending) {
    return switch (ending) {
      case Ending.Ended _ -> null;
      case Ending.Sudden(var line, var torn) ->
          torn ? new Fault(file, line + 1, "cut: here the file stops within a block") : null;
      case Ending.Faulty(var fault) -> fault;
    };
  }

  private boolean isWanted(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private String text(int of, JournalLine.Frame frame) {
    return switch (format) {
      case text ->
          "%s %d %s %s"
              .formatted(
                  SIX_DIGITS.format(frame.at()), of, frame.source().word(), oneLine(frame.text()));
      case json ->
          json(frame.at(), of).put("s", frame.source().word()).put("f", frame.text()).toString();
    };
  }

  private String text(int of, JournalLine.Lost lost) {
    return switch (format) {
      case text ->
          "%s %d -- %s missing since %s"
              .formatted(
                  SIX_DIGITS.format(lost.at()),
                  of,
                  Count.of(lost.frames(), "frame"),
                  SIX_DIGITS.format(lost.since()));
      case json ->
          json(lost.at(), of)
              .put("lost", lost.frames())
              .put("since", SIX_DIGITS.format(lost.since()))
              .toString();
    };
  }

  private static ObjectNode json(Instant at, int of) {
    return JsonMapper.shared().createObjectNode().put("t", SIX_DIGITS.format(at)).put("shard", of);
  }

  private static String oneLine(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }
}
