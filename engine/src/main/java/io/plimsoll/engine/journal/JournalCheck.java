package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether files are as they were written, and whether each goes on where the one before it stopped.
 *
 * @param faults what was changed, cut or taken away, in the order of the files
 * @param notes what may well be as it should be, and people should know
 */
public record JournalCheck(List<FileReport> files, List<Fault> faults, List<String> notes) {
  public JournalCheck {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /**
   * Reads all of these files through.
   *
   * @param files shard after shard, each in the order of its chain, as {@link JournalFolder} gives
   * @throws IOException when one cannot be read at all
   */
  public static JournalCheck of(List<Path> files) throws IOException {
    var walk = new ChainWalk();
    for (int i = 0; i < files.size(); i++) {
      walk.take(files.get(i), i + 1 == files.size() || shard(files, i) != shard(files, i + 1));
    }
    return walk.result();
  }

  /** A file that was given another name counts as a shard of its own. */
  private static int shard(List<Path> files, int index) {
    return JournalName.of(files.get(index)).map(JournalName::shard).orElse(-1 - index);
  }

  /** Of all shards together. */
  public long frames() {
    return files.stream().mapToLong(FileReport::frames).sum();
  }

  /** How many the journal says it could not keep. */
  public long lost() {
    return files.stream().mapToLong(FileReport::lost).sum();
  }

  /** Goes through the files of one shard after the other. */
  private static final class ChainWalk {
    private final List<FileReport> reports = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isFirst = true;
    private String head = "";

    void take(Path file, boolean isLast) throws IOException {
      var report = FileReport.of(file);
      reports.add(report);
      link(report);
      end(report, isLast);
      isFirst = isLast;
    }

    private void link(FileReport report) {
      var header = report.header();
      if (header == null) {
        return;
      }
      if (isFirst && !header.prev().equals(Chain.BEGINNING)) {
        notes.add(
            "%s: the files before this one are not here, so that it follows them is not proven"
                .formatted(report.file()));
      } else if (!isFirst && !head.isEmpty() && !head.equals(header.prev())) {
        faults.add(
            new Fault(
                report.file(),
                1,
                "does not go on where the file before it stops: something between them was taken away, or is changed"));
      }
    }

    private void end(FileReport report, boolean isLast) {
      switch (report.ending()) {
        case Ending.Ended _ -> head = report.head();
        case Ending.Faulty(var fault) -> {
          faults.add(fault);
          head = ""; // what the next one must begin with is not known
        }
        case Ending.Sudden sudden -> {
          head = report.head().isEmpty() ? head : report.head();
          sudden(report.file(), sudden, isLast);
        }
      }
      if (isLast) {
        head = "";
      }
    }

    private void sudden(Path file, Ending.Sudden sudden, boolean isLast) {
      if (!isLast) {
        notes.add(
            "%s:%d: stops suddenly after this line, as by a kill or a power cut; the next file goes on from there"
                .formatted(file, sudden.line()));
      } else if (sudden.torn()) {
        faults.add(
            new Fault(
                file,
                sudden.line() + 1,
                "cut: the file stops in the middle of the block that begins here"));
      } else {
        notes.add(
            "%s:%d: not ended after this line: it is being written, or the engine was killed"
                .formatted(file, sudden.line()));
      }
    }

    JournalCheck result() {
      return new JournalCheck(reports, faults, notes);
    }
  }
}
