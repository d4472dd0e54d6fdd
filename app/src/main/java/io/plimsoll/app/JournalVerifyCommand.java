package io.plimsoll.app;

import io.plimsoll.engine.journal.FileReport;
import io.plimsoll.engine.journal.JournalCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Whether a journal is as it was written. */
@Command(
    name = "verify",
    description = "Proves that nothing in a journal was changed, cut or taken away.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class JournalVerifyCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER|FILE",
      description = "default data/journal",
      defaultValue = "data/journal")
  private Path place = Path.of("data", "journal");

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var check = JournalCheck.of(JournalCommand.files(place));
    var out = spec.commandLine().getOut();
    switch (format) {
      case text -> text(check, out);
      case json -> out.println(json(check));
    }
    out.flush();
    return check.faults().isEmpty() ? Exit.GOOD : Exit.DIFFERENCE;
  }

  private static void text(JournalCheck check, PrintWriter out) {
    byShard(check).forEach(shard -> out.println(line(shard)));
    check.notes().forEach(note -> out.println("note: " + note));
    if (check.lost() > 0) {
      out.println(
          "note: the journal says itself that it could not keep "
              + Count.of(check.lost(), "frame"));
    }
    check.faults().forEach(fault -> out.println("fault: " + fault));
    out.println(
        check.faults().isEmpty()
            ? "good: %s, %s"
                .formatted(
                    Count.of(check.files().size(), "file"), Count.of(check.frames(), "frame"))
            : "not good: " + Count.of(check.faults().size(), "fault"));
  }

  private static List<List<FileReport>> byShard(JournalCheck check) {
    return List.copyOf(
        check.files().stream()
            .filter(file -> file.header() != null)
            .collect(
                Collectors.groupingBy(
                    file -> Objects.requireNonNull(file.header()).shard(),
                    TreeMap::new,
                    Collectors.toList()))
            .values());
  }

  private static String line(List<FileReport> files) {
    long frames = files.stream().mapToLong(FileReport::frames).sum();
    var times = new ArrayList<Object>();
    files.forEach(file -> {
      if (file.first() != null && file.last() != null) {
        times.add(file.first());
        times.add(file.last());
      }
    });
    return "shard %d: %s, %s%s, head %s"
        .formatted(
            Objects.requireNonNull(files.getFirst().header()).shard(),
            Count.of(files.size(), "file"),
            Count.of(frames, "frame"),
            times.isEmpty() ? "" : " from %s to %s".formatted(times.getFirst(), times.getLast()),
            files.getLast().head());
  }

  private static String json(JournalCheck check) {
    var json =
        JsonMapper.shared()
            .createObjectNode()
            .put("good", check.faults().isEmpty())
            .put("files", check.files().size())
            .put("frames", check.frames())
            .put("lost", check.lost());
    var faults = json.putArray("faults");
    check
        .faults()
        .forEach(fault ->
            faults
                .addObject()
                .put("file", fault.file().toString())
                .put("line", fault.line())
                .put("what", fault.what()));
    check.notes().forEach(json.putArray("notes")::add);
    var heads = json.putObject("heads");
    byShard(check)
        .forEach(shard -> {
          var last = shard.getLast();
          heads.put(Integer.toString(Objects.requireNonNull(last.header()).shard()), last.head());
        });
    return json.toString();
  }
}
