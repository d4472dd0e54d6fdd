package io.plimsoll.config;

import io.plimsoll.engine.journal.JournalSettings;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The section {@code journal}, which may also be the word {@code none}. */
final class WrittenJournal {
  private static final JournalSettings USUAL = JournalSettings.USUAL;

  private WrittenJournal() {}

  /** Empty where none is to be kept, or what is written is refused and reported. */
  static Optional<JournalSettings> read(Value value) {
    if (value.isAbsent()) {
      return Optional.of(USUAL);
    }
    if (value.node() instanceof ScalarNode) {
      var _ = value.as(WrittenJournal::none);
      return Optional.empty();
    }
    var section = Section.open(value, "keep");
    var keep = section.optional("keep", Written::days).orElse(USUAL.keep());
    return section.build(() -> new JournalSettings(keep));
  }

  private static String none(String text) {
    if (!text.strip().equals("none")) {
      throw new NotReadable("is not known. Write none, or keep below it.");
    }
    return text;
  }
}
