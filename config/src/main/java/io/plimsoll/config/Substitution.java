package io.plimsoll.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the environment's values in the place of {@code ${env:NAME}}. */
final class Substitution {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  private Substitution() {}

  /** Whether the whole text is one reference. */
  static boolean isReference(String written) {
    return REFERENCE.matcher(written).matches();
  }

  static String in(String written, Source source) {
    if (!written.contains("${")) {
      return written;
    }
    if (REFERENCE.matcher(written).replaceAll("").contains("${")) {
      throw new NotReadable("is no reference to the environment. Write ${env:NAME}.");
    }
    var text = new StringBuilder();
    var matcher = REFERENCE.matcher(written);
    while (matcher.find()) {
      var value = value(matcher.group(1), source.environment());
      source.problems().conceal(value, matcher.group());
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private static String value(String name, @Nullable Map<String, String> environment) {
    if (environment == null) {
      throw new NotReadable(
          "names the environment, and a plan takes nothing from it. Write the value.");
    }
    var value = environment.get(name);
    if (value == null) {
      throw new NotReadable("needs the environment variable %s, which is not set.".formatted(name));
    }
    if (value.isBlank()) {
      throw new NotReadable("needs the environment variable %s, which is empty.".formatted(name));
    }
    return value;
  }
}
