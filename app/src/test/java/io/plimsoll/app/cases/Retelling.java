package io.plimsoll.app.cases;

import io.plimsoll.app.cases.Story.Moment;
import io.plimsoll.config.cases.At;
import io.plimsoll.config.cases.CaseEvent.Plain;
import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.Step;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.risk.Latch;
import io.plimsoll.engine.shard.Rehearsed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A case told with something between its steps: after each step, and once somewhere on the long way
 * to the next.
 */
final class Retelling implements AutoCloseable {
  private static final Set<Plain> CLOCK_EVENTS = Set.of(Plain.CLOSE, Plain.RESET, Plain.WEEK_RESET);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Input NOTHING =
      new Input(
          null, null, null, null, Map.of(), null, null, null, List.of(), Map.of(), null, null);

  private final WorkedCase worked;
  private final Line line;
  private final Disturbance disturbance;
  private final Random random;
  private final CaseRun run;

  Retelling(WorkedCase worked, Line line, Disturbance disturbance, Random random, Path folder) {
    this.worked = worked;
    this.line = line;
    this.disturbance = disturbance;
    this.random = random;
    this.run = new CaseRun(worked, Cases.RULES, folder, line);
  }

  /** The case as it goes, undisturbed. */
  Story story() {
    var moments = new ArrayList<Moment>();
    for (var step : worked.steps()) {
      take(step);
      moments.add(new Moment(run.time(), sight()));
    }
    return new Story(moments);
  }

  /** What is first seen to be otherwise than in the story; empty when nothing is. */
  Optional<String> firstDifference(Story story) {
    for (int i = 0; i < worked.steps().size(); i++) {
      take(worked.steps().get(i));
      var told = story.moments().get(i).sight();
      var found = difference(i, "after the step", told);
      found = found.isPresent() ? found : strike(i, "struck after the step");
      found = found.isPresent() ? found : later(i, story);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The first step was taken at the opening. */
  private void take(Step step) {
    if (step != worked.steps().getFirst()) {
      run.happen(step);
    }
  }

  private Optional<String> later(int i, Story story) {
    if (disturbance == Disturbance.NONE || i + 1 == worked.steps().size()) {
      return Optional.empty();
    }
    var next = worked.steps().get(i + 1);
    var span = Duration.between(story.moments().get(i).at(), story.moments().get(i + 1).at());
    // On the way to an event that says no time nothing else happens.
    boolean alone = next.event() instanceof Plain event && CLOCK_EVENTS.contains(event);
    if (span.compareTo(LONG) < 0 || (alone && next.at() == null)) {
      return Optional.empty();
    }
    var then = story.moments().get(i).at().plusSeconds(random.nextLong(5, span.toSeconds() - 5));
    run.happen(new Step(0, Plain.CLOCK, new At.Exactly(then), NOTHING, List.of()));
    return strike(i, "struck at " + then);
  }

  private Optional<String> strike(int i, String when) {
    var account = run.rehearsal().account(WorkedCase.ACCOUNT);
    if (disturbance == Disturbance.NONE || account.isEmpty() || !isToBeStruck(account.get())) {
      return Optional.empty();
    }
    var before = Sight.of(account.get());
    disturbance.strike(run.rehearsal(), line, random);
    // Where a boundary is so near that no snapshot comes before it, the next step tells.
    return sight().equals(Sight.NOTHING) ? Optional.empty() : difference(i, when, before);
  }

  /**
   * Not while an input is unknown, since no store remembers what was last known; nor while the
   * broker has its time to enforce a limit, since a disturbance takes some of it; nor while a peak
   * is only estimated, since the log that proves it is read once in each life.
   */
  private static boolean isToBeStruck(Rehearsed account) {
    return account.states().quality() == DataQuality.KNOWN
        && !account.states().trailingSeeded()
        && account.risk().latches().open().values().stream().noneMatch(Latch::brokers);
  }

  private Optional<String> difference(int i, String when, Sight before) {
    var differences = sight().differences(before);
    var step = worked.steps().get(i);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s:%d: %s, %s%n    %s"
                .formatted(
                    worked.file().getFileName(),
                    step.line(),
                    worked.name(),
                    when,
                    String.join("%n    ".formatted(), differences)));
  }

  private Sight sight() {
    return run.rehearsal().account(WorkedCase.ACCOUNT).map(Sight::of).orElse(Sight.NOTHING);
  }

  @Override
  public void close() {
    run.close();
  }
}
