package io.plimsoll.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of a log event as people read them: key=value, in quotes where it holds a blank. */
public final class Fields extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    var pairs = event.getKeyValuePairs();
    return pairs == null || pairs.isEmpty()
        ? ""
        : pairs.stream().map(Fields::text).collect(Collectors.joining(" ", " ", ""));
  }

  private static String text(KeyValuePair pair) {
    return pair.key + "=" + quoted(pair.value);
  }

  public static String quoted(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    var line = value.toString().replaceAll("\\R", " ");
    return line.isEmpty() || line.indexOf(' ') >= 0 || line.indexOf('"') >= 0
        ? "\"" + line.replace("\"", "\\\"") + "\""
        : line;
  }
}
