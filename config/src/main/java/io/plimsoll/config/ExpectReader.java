package io.plimsoll.config;

import io.plimsoll.config.cases.Expected;
import io.plimsoll.config.cases.Wanted;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** What a step must lead to. */
final class ExpectReader {
  private static final String UNKNOWN = "unknown";

  /** Closing everything once, and no restriction with it, is an action of its own. */
  private static final String FLATTEN = "flatten";

  private static final String[] ACTIONS =
      Stream.concat(Arrays.stream(ActionKind.values()).map(ActionKind::word), Stream.of(FLATTEN))
          .distinct()
          .toArray(String[]::new);

  private static final Map<String, Function<String, Wanted>> SINGLE = new LinkedHashMap<>();

  static {
    for (var key : List.of("floor", "room", "ceiling", "peak", "dayLoss", "weekLoss")) {
      SINGLE.put(key, orUnknown(ExpectReader::amount));
    }
    SINGLE.put("dayLossPercent", orUnknown(ExpectReader::percent));
    SINGLE.put("marginUsed", orUnknown(ExpectReader::percent));
    SINGLE.put("level", word(Rung.class, Map.of()));
    SINGLE.put("breached", ExpectReader::flag);
    SINGLE.put("triggered", ExpectReader::flag);
    SINGLE.put("restriction", word(Restriction.class, Map.of()));
    SINGLE.put("locked", ExpectReader::flag);
    SINGLE.put("sessionDate", ExpectReader::date);
    SINGLE.put("dataQuality", word(DataQuality.class, Map.of(UNKNOWN, DataQuality.UNKNOWN_INPUT)));
  }

  private final List<Expected> found = new ArrayList<>();

  private ExpectReader() {}

  /** Nothing, where the key is left out. */
  static List<Expected> read(Value value) {
    var keys = new ArrayList<>(SINGLE.keySet());
    keys.addAll(List.of("floors", "actions", "proposals", "findings", "contracts", "consistency"));
    var section = Section.open(value, keys.toArray(String[]::new));
    var reader = new ExpectReader();
    SINGLE.forEach((key, wanted) -> reader.add(section, key, key, wanted));
    reader.parts(section.at("floors"), orUnknown(ExpectReader::amount), rungs());
    reader.counts(section.at("actions"), "actions");
    if (section.at("proposals").node() instanceof MappingNode) {
      reader.counts(section.at("proposals"), "proposals by kind");
    } else {
      reader.add(section, "proposals", "proposals", ExpectReader::count);
    }
    reader.findings(section.at("findings"));
    reader.parts(section.at("contracts"), orUnknown(ExpectReader::quantity), "limit", "used");
    reader.consistency(section.at("consistency"));
    return reader.found;
  }

  private void add(Section section, String key, String path, Function<String, Wanted> wanted) {
    var value = section.at(key);
    value.as(wanted).ifPresent(read -> found.add(new Expected(value.line(), path, read)));
  }

  private void parts(Value value, Function<String, Wanted> wanted, String... keys) {
    var section = Section.open(value, keys);
    for (var key : keys) {
      add(section, key, value.key() + "." + key, wanted);
    }
  }

  private void counts(Value value, String path) {
    var section = Section.open(value, ACTIONS);
    if (value.isAbsent()) {
      return;
    }
    var counts = new TreeMap<String, Integer>();
    for (var kind : ACTIONS) {
      section.optional(kind, Written::count).ifPresent(count -> counts.put(kind, count));
    }
    found.add(new Expected(value.line(), path, new Wanted.Counts(counts)));
  }

  private void findings(Value value) {
    if (!value.isAbsent()) {
      var names = value.items().stream().flatMap(item -> item.as(Written::text).stream()).toList();
      found.add(new Expected(value.line(), value.key(), Wanted.Names.of(names)));
    }
  }

  private void consistency(Value value) {
    var section = Section.open(value, "share", "needed", "short", "applies", "passes");
    add(section, "share", "consistency.share", orUnknown(ExpectReader::percent));
    add(section, "needed", "consistency.needed", orUnknown(ExpectReader::amount));
    add(section, "short", "consistency.short", orUnknown(ExpectReader::amount));
    add(section, "applies", "consistency.applies", ExpectReader::flag);
    add(section, "passes", "consistency.passes", ExpectReader::flag);
  }

  private static String[] rungs() {
    return Arrays.stream(Rung.values())
        .filter(rung -> rung != Rung.NONE)
        .map(Rung::word)
        .toArray(String[]::new);
  }

  private static Function<String, Wanted> orUnknown(Function<String, Wanted> reader) {
    return text -> text.strip().equals(UNKNOWN) ? new Wanted.Unknown() : reader.apply(text);
  }

  private static Wanted amount(String text) {
    return new Wanted.Amount(InputReader.amount(text));
  }

  private static Wanted percent(String text) {
    var written = text.strip();
    var number = written.endsWith("%") ? written.substring(0, written.length() - 1) : written;
    return new Wanted.Percent(InputReader.amount(number.strip()));
  }

  private static Wanted quantity(String text) {
    return new Wanted.Quantity(InputReader.amount(text));
  }

  private static Wanted count(String text) {
    return new Wanted.Count(Written.count(text));
  }

  private static Wanted flag(String text) {
    return new Wanted.Flag(Written.yesOrNo(text));
  }

  private static Wanted date(String text) {
    try {
      return new Wanted.Date(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      throw new NotReadable("is not a date. Write it such as 2026-01-06.");
    }
  }

  private static <E extends Enum<E>> Function<String, Wanted> word(
      Class<E> type, Map<String, E> others) {
    var words = new LinkedHashMap<String, E>(others);
    for (var constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return Written.word(words).andThen(ExpectReader::asWord);
  }

  private static Wanted asWord(Enum<?> constant) {
    return new Wanted.Word(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
