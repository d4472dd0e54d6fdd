package io.plimsoll.app.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A sheet for people. */
final class SheetText {
  private static final String UNKNOWN = "unknown";

  private SheetText() {}

  static List<String> lines(JsonNode sheet) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s (%d)%s".formatted(text(sheet, "name"), sheet.path("account").asLong(), stale(sheet)));
    lines.add(line("plan", plan(sheet.path("plan"))));
    if (!sheet.path("written").path("version").equals(sheet.path("plan").path("version"))) {
      lines.add(line("written now", plan(sheet.path("written")) + "; plimsoll plans assign"));
    }
    if (sheet.path("assigned").isObject()) {
      lines.add(line("assigned", assigned(sheet.path("assigned"))));
    }
    lines.add(line("restriction", restriction(sheet.path("restriction"))));
    var figures = sheet.path("figures");
    lines.add(
        line(
            "equity",
            money(figures, "equity") + named(figures, "balance", "openPnl", "usedMargin")));
    lines.add(line("floor", money(figures, "floor") + named(figures, "peak", "room", "start")));
    lines.add(line("day", day(sheet.path("session"), figures)));
    lines.add(line("week", "anchor " + money(figures, "weekAnchor") + named(figures, "weekPnl")));
    lines.add("");
    limits(sheet.path("limits"), lines);
    latched(sheet.path("latched"), lines);
    sheet.path("disarmed").forEach(limit -> lines.add("let off: " + limit.asString()));
    return lines;
  }

  private static String stale(JsonNode sheet) {
    return sheet.path("live").asBoolean()
        ? ""
        : "; the feed is not live, these are the last numbers";
  }

  private static String plan(JsonNode plan) {
    var version = text(plan, "version");
    return version.isEmpty()
        ? "none: only what is set at the broker holds"
        : text(plan, "name")
            + ", version "
            + version
            + (plan.path("effective").isNull() ? "" : ", effective " + text(plan, "effective"));
  }

  private static String assigned(JsonNode assigned) {
    return "%s, version %s, from %s on"
        .formatted(
            text(assigned, "plan"),
            text(assigned, "version"),
            assigned.path("atOnce").asBoolean() ? "its next known equity" : "the next reset");
  }

  private static String restriction(JsonNode restriction) {
    return "required %s; at the broker %s%s; actions %s"
        .formatted(
            text(restriction, "required"),
            text(restriction, "atBroker"),
            restriction.path("ours").asBoolean() ? ", ours" : "",
            text(restriction, "proof"));
  }

  private static String day(JsonNode session, JsonNode figures) {
    return "%s, anchor %s%s"
        .formatted(
            session.path("date").asString(UNKNOWN),
            session.path("anchorPending").asBoolean() ? "pending" : money(figures, "dayAnchor"),
            named(figures, "dayPnl"));
  }

  private static void limits(JsonNode limits, List<String> lines) {
    if (limits.isEmpty()) {
      lines.add("no limit holds");
    }
    for (var limit : limits) {
      var until = limit.path("until").asString("");
      lines.add(
          "%-20s %-7s %-10s %s; then %s%s"
              .formatted(
                  text(limit, "limit"),
                  text(limit, "from"),
                  text(limit, "state"),
                  text(limit, "text"),
                  text(limit, "then"),
                  until.isEmpty() ? "" : ", until " + until));
    }
  }

  private static void latched(JsonNode latched, List<String> lines) {
    for (var latch : latched) {
      boolean proposal = !text(latch, "asksFor").equals(text(latch, "wanted"));
      lines.add(
          "reached: %s since %s, asks for %s%s, until %s"
              .formatted(
                  text(latch, "limit"),
                  text(latch, "since"),
                  text(latch, "asksFor"),
                  proposal ? " (" + text(latch, "wanted") + " waits for a person)" : "",
                  text(latch, "until")));
    }
  }

  private static String line(String name, String text) {
    return "%-12s %s".formatted(name, text);
  }

  /** Those that are known, each after its name. */
  private static String named(JsonNode figures, String... names) {
    var text = new StringBuilder();
    for (var name : names) {
      if (figures.path(name).isNumber()) {
        text.append("; ").append(words(name)).append(' ').append(money(figures, name));
      }
    }
    return text.toString();
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace(" pnl", " P&L");
  }

  private static String money(JsonNode figures, String name) {
    var value = figures.path(name);
    return value.isNumber() ? plain(value.decimalValue()) : UNKNOWN;
  }

  private static String plain(BigDecimal value) {
    return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
