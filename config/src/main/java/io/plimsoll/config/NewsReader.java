package io.plimsoll.config;

import io.plimsoll.engine.risk.NewsWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code news} of a plan: windows written out, or a calendar in a file of its own. */
final class NewsReader {
  private final ZoneId zone;
  private final Map<String, Location> names = new HashMap<>();

  private NewsReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What was found.
   *
   * @param calendar the file as the plan names it; null where windows are written out
   */
  record News(List<NewsWindow> windows, @Nullable String calendar) {
    News {
      windows = List.copyOf(windows);
    }
  }

  /**
   * @param zone of moments without an offset
   */
  static News read(Value value, ZoneId zone) {
    var reader = new NewsReader(zone);
    if (value.isAbsent()) {
      return new News(List.of(), null);
    }
    if (value.isList()) {
      if (value.items().isEmpty()) {
        value.problem("news is empty. List a window, or remove the key.");
      }
      return new News(reader.windows(value), null);
    }
    if (value.isMap()) {
      value.problem("news is a set of keys. Write a list of windows, or the path of a calendar.");
      return new News(List.of(), null);
    }
    var file = value.as(Places.file(value.source().home()));
    return new News(
        file.map(path -> reader.calendar(value, path)).orElse(List.of()),
        value.written().map(NewsReader::normal).orElse(null));
  }

  private List<NewsWindow> calendar(Value value, Path file) {
    var root = YamlFile.read(value.source().plan(file));
    if (root.isEmpty()) {
      return List.of();
    }
    var calendar = Section.open(root.get(), "news");
    if (!calendar.has("news")) {
      calendar.problem(
          "news is missing. Write news: and below it a list, each with - name: first.");
    } else if (calendar.at("news").isList() && calendar.at("news").items().isEmpty()) {
      calendar.at("news").warning("the calendar is empty: there is no news window.");
    }
    return windows(calendar.at("news"));
  }

  private List<NewsWindow> windows(Value list) {
    var windows = new ArrayList<NewsWindow>();
    list.items().forEach(item -> window(item).ifPresent(windows::add));
    return windows;
  }

  private Optional<NewsWindow> window(Value item) {
    var section = Section.open(item, "name", "at", "before", "after", "products");
    var name = section.required("name", Written::name);
    name.ifPresent(written -> claim(written, section.at("name")));
    var at = section.required("at", Dates.moment(zone));
    var before = section.optional("before", Written::duration).orElse(Duration.ZERO);
    var after = section.optional("after", Written::duration).orElse(Duration.ZERO);
    var products = Products.some(section.at("products"));
    if (section.isSound() && before.isZero() && after.isZero()) {
      section.problem(
          "news window (%s) has no length. Write before or after, such as 2m, or both."
              .formatted(name.orElse("")));
    }
    return section.build(() ->
        new NewsWindow(
            name.orElseThrow(),
            at.orElseThrow().minus(before),
            at.orElseThrow().plus(after),
            products));
  }

  /** Findings carry the name, and a window ends by it. */
  private void claim(String name, Value value) {
    var first = names.putIfAbsent(name, value.source().at(value.line()));
    if (first != null) {
      value.problem(
          "news window (%s) is already listed at %s. Put its date into the name."
              .formatted(name, first));
    }
  }

  private static String normal(String path) {
    return Path.of(path.strip()).normalize().toString().replace('\\', '/');
  }
}
