package io.plimsoll.engine.alert;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.session.RuleInfo;
import io.plimsoll.engine.session.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An episode and its rule, and the messages people get of them, for a test. */
record Told(Episode episode, RuleInfo rule, Route route, @Nullable Subject account) {
  static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  static Episode episode(Stage stage) {
    return new Episode(
        new Finding.Identity("trailing-drawdown.near", new Scope.OfAccount(1001), "75%"),
        NOON,
        stage,
        Restriction.LIQUIDATE_AND_LOCK,
        Set.of(),
        "r1",
        null);
  }

  /** To {@code mail} and {@code desk}, resolved ones too. */
  static Told told() {
    var rule =
        new RuleInfo(
            "trailing-drawdown.near",
            Path.of("trailing-drawdown.drl"),
            Severity.WARNING,
            "Much is used up.",
            "docs/rules/trailing-drawdown.md",
            "equity",
            "floor",
            true);
    var figures = Given.accountFigures().with("equity", "48500").with("floor", "48000").fact();
    return new Told(
        episode(Stage.ALERT),
        rule,
        new Route(List.of("mail", "desk"), true),
        new Subject("EVAL50-1", "evaluation-50k", figures));
  }

  Told of(Episode other) {
    return new Told(other, rule, route, account);
  }

  Told severity(Severity severity) {
    var changed =
        new RuleInfo(
            rule.name(),
            rule.file(),
            severity,
            rule.description(),
            rule.runbook(),
            rule.value(),
            rule.limit(),
            rule.shipped());
    return new Told(episode, changed, route, account);
  }

  Told route(Route other) {
    return new Told(episode, rule, other, account);
  }

  Told about(@Nullable Subject other) {
    return new Told(episode, rule, route, other);
  }

  List<Notification> messages() {
    return messages("", "opened");
  }

  List<Notification> messages(String done, String occasion) {
    return new Messages("demo", route).about(episode, rule, account, done, occasion);
  }

  Notification first() {
    return messages().getFirst();
  }
}
