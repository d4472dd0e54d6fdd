package io.plimsoll.app.demo;

import io.plimsoll.app.Fields;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened, in words for people; empty for what would only be noise. */
final class Narrator {
  private Narrator() {}

  /** A line of the timeline: who speaks, and what is said. */
  record Line(String speaker, String text) {}

  static Optional<Line> tell(Happening happening) {
    return switch (happening) {
      case Happening.Logged logged ->
          Standing.of(logged)
              .map(standing -> line("facts", standing.text()))
              .orElseGet(() -> engine(logged));
      case Happening.Mailed(var subject, var account) -> line("mail", subject);
      case Happening.Hooked hooked ->
          line(
              "webhook",
              "%s %s %s%s%s"
                  .formatted(
                      hooked.status(),
                      hooked.alert(),
                      hooked.account(),
                      hooked.done().isEmpty() ? "" : ": " + hooked.done(),
                      hooked.genuine() ? "" : " — SIGNATURE WRONG"));
      case Happening.Killed() -> line("KILL -9", "the engine is killed, and started again");
    };
  }

  private static Optional<Line> engine(Happening.Logged it) {
    if (it.field("stage").equals("OBSERVE")) {
      return Optional.empty();
    }
    return switch (it.event()) {
      case "engine started" ->
          line(
              "engine",
              "started with %s (version %s) and %s"
                  .formatted(
                      count(it, "rules", "rule"), it.field("ruleset"), count(it, "plans", "plan")));
      case "snapshot complete" ->
          line(
              "broker",
              "snapshot of %s, %s held"
                  .formatted(count(it, "accounts", "account"), count(it, "contracts", "contract")));
      case "alert opened" ->
          line("rule", "%s %s: %s".formatted(it.field("severity"), alert(it), who(it)));
      case "alert closed" -> line("rule", "cleared %s: %s".formatted(alert(it), who(it)));
      case "action decided" ->
          line(
              "decide",
              "%s account %s (%s)"
                  .formatted(it.field("kind"), it.field("account"), it.field("reason")));
      case "action sent" ->
          line("send", "%s account %s".formatted(it.field("kind"), it.field("account")));
      case "action verified" ->
          line(
              "proof",
              "%s of account %s shown by the broker's facts after %s ms"
                  .formatted(it.field("kind"), it.field("account"), it.field("afterMillis")));
      case "link up", "logged in", "letter delivered", "action answered", "engine stopped" ->
          Optional.empty();
      default -> line("engine", it.event() + fields(it));
    };
  }

  private static String count(Happening.Logged it, String field, String thing) {
    return it.field(field) + " " + thing + (it.field(field).equals("1") ? "" : "s");
  }

  /** What is not foreseen here is a fault, and told as the log tells it. */
  private static String fields(Happening.Logged it) {
    return it.fields().entrySet().stream()
        .map(field -> " " + field.getKey() + "=" + Fields.quoted(field.getValue()))
        .collect(Collectors.joining());
  }

  private static String alert(Happening.Logged it) {
    return it.field("subject").isEmpty()
        ? it.field("rule")
        : it.field("rule") + "/" + it.field("subject");
  }

  private static String who(Happening.Logged it) {
    return it.field("name").isEmpty() ? it.field("scope") : it.field("name");
  }

  private static Optional<Line> line(String speaker, String text) {
    return Optional.of(new Line(speaker, text));
  }
}
