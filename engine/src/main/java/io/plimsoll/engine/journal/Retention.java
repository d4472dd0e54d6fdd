package io.plimsoll.engine.journal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes days that are over for long enough, so that the disk does not fill. */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private Retention() {}

  /** Deletes journal files only; what else lies in a day's folder stays, and the folder with it. */
  static void clean(Path folder, Duration keep, Instant now) {
    try {
      for (var day : days(folder)) {
        if (isOver(day, keep, now)) {
          delete(day);
        }
      }
    } catch (IOException | RuntimeException failed) {
      LOG.atWarn()
          .setMessage("old journal not deleted")
          .addKeyValue("folder", folder)
          .addKeyValue("reason", failed)
          .log();
    }
  }

  private static List<Path> days(Path folder) throws IOException {
    try (var inside = Files.list(folder)) {
      return inside.filter(each -> JournalName.day(each).isPresent()).toList();
    }
  }

  private static boolean isOver(Path folder, Duration keep, Instant now) {
    return JournalName.day(folder).filter(day -> !ends(day).plus(keep).isAfter(now)).isPresent();
  }

  private static Instant ends(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void delete(Path day) throws IOException {
    List<Path> files;
    try (var inside = Files.list(day)) {
      files = inside.filter(each -> JournalName.of(each).isPresent()).toList();
    }
    for (var file : files) {
      Files.deleteIfExists(file);
    }
    try {
      Files.deleteIfExists(day);
    } catch (DirectoryNotEmptyException somethingOfOthers) {
      return;
    }
    LOG.atInfo().setMessage("old journal deleted").addKeyValue("day", day.getFileName()).log();
  }
}
