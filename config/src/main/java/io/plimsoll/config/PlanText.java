package io.plimsoll.config;

import io.plimsoll.engine.risk.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that a plan had under a date. Who changes the text writes a new date, so that a date and a
 * name say what an account was held to.
 *
 * @param effective null where the plan gives none; its text may change at any time
 * @param version of the text's meaning: another comment is no other text
 */
public record PlanText(String name, @Nullable LocalDate effective, String version) {
  public static PlanText of(Plan plan) {
    return new PlanText(plan.name(), plan.effective(), plan.version());
  }

  /**
   * Plans whose text was changed while their date was not.
   *
   * @param seen what the store knows, of these plans and of others, in any order
   */
  public static List<Problem> changed(Settings settings, Collection<PlanText> seen) {
    var problems = new ArrayList<Problem>();
    for (var plan : settings.engine().plans()) {
      var text = of(plan);
      var others = seen.stream().filter(text::isOnTheDateOf).toList();
      if (!others.isEmpty() && !others.contains(text)) {
        var where = Objects.requireNonNull(settings.planLines().get(plan.name()));
        problems.add(text.problem(others.getLast(), where));
      }
    }
    return problems;
  }

  private boolean isOnTheDateOf(PlanText other) {
    return effective != null && effective.equals(other.effective) && name.equals(other.name);
  }

  private Problem problem(PlanText before, Location where) {
    return new Problem(
        where.file(),
        where.line(),
        "plan (%s) is not the text that was effective (%s) before: version (%s) was (%s). Write a new date, or undo the change."
            .formatted(name, effective, version, before.version));
  }
}
