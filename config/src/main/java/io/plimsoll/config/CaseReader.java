package io.plimsoll.config;

import io.plimsoll.config.cases.CaseEvent;
import io.plimsoll.config.cases.Step;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One worked case. */
final class CaseReader {
  /** {@code silent}: the broker carries nothing out. */
  static final Function<String, Boolean> SILENT =
      Written.word(Map.of("silent", true, "executes", false));

  private static final List<String> ORIGINS = List.of("published rule", "our own");
  private static final Set<CaseEvent> BEGINNINGS =
      Set.of(CaseEvent.Plain.OPEN, CaseEvent.Plain.FIRST_SEEN);

  private CaseReader() {}

  static Optional<WorkedCase> read(Value value) {
    var section = Section.open(value, "case", "from", "plan", "broker", "steps");
    var name = section.required("case", Written::text);
    var from = section.optional("from", Written::text).orElse("");
    if (section.has("from") && ORIGINS.stream().noneMatch(from::startsWith)) {
      section
          .at("from")
          .warning("from (%s) begins with neither published rule nor our own.".formatted(from));
    }
    var plan = section.has("plan") ? CasePlan.read(section.at("plan")) : Optional.of(Plan.none());
    var silent = section.optional("broker", SILENT).orElse(false);
    var steps = steps(section.at("steps"));
    if (section.isSound() && steps.isEmpty()) {
      section.problem("a case needs steps. Write steps: and below it a list.");
    }
    return section.build(() ->
        new WorkedCase(
            section.source().file(),
            section.line(),
            name.orElseThrow(),
            from,
            plan.orElseThrow(),
            silent,
            begun(steps)));
  }

  private static List<Step> steps(Value value) {
    var steps = new ArrayList<Step>();
    for (var item : value.items()) {
      var step = new Value(item.source(), "step", "", item.line(), item.node());
      StepReader.read(step).ifPresent(steps::add);
    }
    if (value.node() instanceof SequenceNode list && list.getValue().size() == steps.size()) {
      check(steps, value);
    }
    return steps;
  }

  private static void check(List<Step> steps, Value value) {
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      boolean begins = BEGINNINGS.contains(step.event());
      boolean ticks = step.event() == CaseEvent.Plain.TICK;
      if (i == 0 && !begins && !ticks) {
        value.source().problem(step.line(), "the first step of a case is open or first-seen.");
      }
      if (i > 0 && begins) {
        value
            .source()
            .problem(step.line(), "open and first-seen are for the first step. Use tick, or none.");
      }
    }
  }

  /** A case that does not say how it begins is known since its opening. */
  private static List<Step> begun(List<Step> steps) {
    var first = steps.getFirst();
    if (first.event() != CaseEvent.Plain.TICK) {
      return steps;
    }
    var all = new ArrayList<>(steps);
    all.set(
        0, new Step(first.line(), CaseEvent.Plain.OPEN, first.at(), first.input(), first.expect()));
    return all;
  }
}
