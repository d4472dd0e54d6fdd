package io.plimsoll.app.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What must be seen, in any order, for one promise to be proven from outside the engine. */
final class Story {
  private final String title;
  private final String account;
  private final String plan;
  private final List<Step> steps;
  private final List<Question> questions;

  /**
   * Seen when something happens. A step told by the engine itself may go unsaid when the engine is
   * killed; one seen from outside may not.
   */
  static final class Step {
    final String name;
    final boolean fromOutside;
    private final Predicate<Happening> sign;
    private volatile Optional<Double> seenAt = Optional.empty();

    Step(String name, boolean fromOutside, Predicate<Happening> sign) {
      this.name = name;
      this.fromOutside = fromOutside;
      this.sign = sign;
    }

    Optional<Double> seenAt() {
      return seenAt;
    }
  }

  /** Asked of the broker once all steps were seen; the answer is what it found, or a fault. */
  record Question(String name, Asked asked) {}

  /** Empty when all is as it should be; else what is wrong. */
  @FunctionalInterface
  interface Asked {
    Optional<String> wrong(Judge judge) throws IOException, InterruptedException;
  }

  /**
   * @param account its name
   * @param plan the name of the plan that must hold it
   */
  Story(String title, String account, String plan, List<Step> steps, List<Question> questions) {
    this.title = title;
    this.account = account;
    this.plan = plan;
    this.steps = List.copyOf(steps);
    this.questions = List.copyOf(questions);
  }

  String title() {
    return title;
  }

  String account() {
    return account;
  }

  String plan() {
    return plan;
  }

  List<Step> steps() {
    return steps;
  }

  List<Question> questions() {
    return questions;
  }

  synchronized void observe(Happening happening, double seconds) {
    for (var step : steps) {
      if (step.seenAt.isEmpty() && step.sign.test(happening)) {
        step.seenAt = Optional.of(seconds);
      }
    }
  }

  synchronized boolean isSeen(boolean onlyFromOutside) {
    return steps.stream()
        .allMatch(step -> step.seenAt.isPresent() || (onlyFromOutside && !step.fromOutside));
  }
}
