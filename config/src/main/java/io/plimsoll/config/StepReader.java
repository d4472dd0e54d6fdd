package io.plimsoll.config;

import io.plimsoll.config.cases.At;
import io.plimsoll.config.cases.CaseEvent;
import io.plimsoll.config.cases.Step;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** One step of a case: when, what happens, what the account is like, and what must follow. */
final class StepReader {
  private static final Pattern LOCAL = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d\\S*)");
  private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

  private static final Function<String, CaseEvent.Plain> PLAIN =
      Written.word(CaseEvent.Plain.class);

  private static final Function<String, AdminAction> ADMIN =
      Written.word(
          Arrays.stream(AdminAction.values())
              .filter(action -> action != AdminAction.UNKNOWN)
              .collect(Collectors.toMap(Enum::name, action -> action)));

  private StepReader() {}

  static Optional<Step> read(Value value) {
    var section =
        Section.open(
            value,
            "event",
            "at",
            "broker",
            "balance",
            "equity",
            "realized",
            "price",
            "positions",
            "minis",
            "micros",
            "usedMargin",
            "profitDays",
            "vendor",
            "cashFlow",
            "expect");
    var event = event(section.at("event"));
    var at = section.optional("at", StepReader::at);
    var input = InputReader.read(section);
    var expect = ExpectReader.read(section.at("expect"));
    return section.build(
        () -> new Step(section.line(), event.orElseThrow(), at.orElse(null), input, expect));
  }

  private static Optional<CaseEvent> event(Value value) {
    if (value.isAbsent()) {
      return Optional.of(CaseEvent.Plain.TICK);
    }
    if (!(value.node() instanceof MappingNode)) {
      return value.as(PLAIN::apply);
    }
    var section = Section.open(value, "admin", "unlock", "rebase");
    if (section.isSound() && value.entries().size() != 1) {
      section.problem("event has several keys. Write one of admin, unlock and rebase.");
    }
    var admin =
        section.<CaseEvent>optional("admin", text -> new CaseEvent.Admin(ADMIN.apply(text)));
    var unlock = section.<CaseEvent>optional("unlock", text -> new CaseEvent.Unlock(text.strip()));
    var rebase = section.<CaseEvent>optional("rebase", text -> new CaseEvent.Rebase(text.strip()));
    return section.build(() -> admin.or(() -> unlock).or(() -> rebase).orElseThrow());
  }

  /** A time of day, a date with it, or an instant. */
  static At at(String text) {
    var written = text.strip();
    try {
      if (ZONED.matcher(written).matches()) {
        return new At.Exactly(OffsetDateTime.parse(written.replace(' ', 'T')).toInstant());
      }
      var local = LOCAL.matcher(written);
      if (local.matches()) {
        var date = LocalDate.parse(local.group(1));
        return new At.DateAndTime(date.atTime(Written.time(local.group(2))));
      }
      return new At.TimeOfDay(Written.time(written));
    } catch (DateTimeException | NotReadable e) {
      throw new NotReadable(
          "is not a time. Write \"09:30\", \"2026-01-06 09:30\", or 2026-01-06T15:30:00Z.");
    }
  }
}
