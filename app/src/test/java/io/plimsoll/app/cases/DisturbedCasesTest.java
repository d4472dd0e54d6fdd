package io.plimsoll.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.app.Java;
import io.plimsoll.config.CaseFile;
import io.plimsoll.config.cases.WorkedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The worked cases that ship, told once more with something that must change nothing: all that the
 * engine shows of the account after each step is as it was without it.
 */
class DisturbedCasesTest {
  /** A case mostly waits for its disk. */
  private static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

  private static final Map<WorkedCase, Story> STORIES = new LinkedHashMap<>();

  /** What is done with a case whose store is in this folder. */
  private interface Told<T> {
    T of(WorkedCase worked, Path folder);
  }

  @BeforeAll
  static void undisturbed() throws Exception {
    var cases = new ArrayList<WorkedCase>();
    for (var file : CaseFile.in(Java.home().resolve("rules/src/test/cases").normalize())) {
      cases.addAll(CaseFile.read(file).cases());
    }
    STORIES.putAll(
        each(
            cases,
            (worked, folder) -> {
              try (var telling = telling(worked, Line.straight(), Disturbance.NONE, folder)) {
                return telling.story();
              }
            }));
  }

  @Test
  void aRestartChangesNothing() throws Exception {
    changesNothing(Disturbance.RESTART, worked -> Line.straight());
  }

  @Test
  void aResyncChangesNothing() throws Exception {
    changesNothing(Disturbance.RESYNC, worked -> Line.straight());
  }

  @Test
  void whatIsUnknownForAMomentChangesNothing() throws Exception {
    changesNothing(Disturbance.UNKNOWN, worked -> Line.straight());
  }

  @Test
  void theOrderOfEntitiesInAFrameChangesNothing() throws Exception {
    changesNothing(Disturbance.NONE, worked -> Line.mixing(random(worked)));
  }

  /** The plan, otherwise written. */
  @Test
  void percentagesOfTheStartAndTheirDollarsAreTheSame() throws Exception {
    var rewritten = new LinkedHashMap<WorkedCase, Story>();
    STORIES.forEach(
        (worked, story) -> Rewritten.of(worked).ifPresent(other -> rewritten.put(other, story)));
    assertThat(rewritten).hasSizeGreaterThan(100);
    compare(rewritten, Disturbance.NONE, worked -> Line.straight());
  }

  private static void changesNothing(Disturbance disturbance, Function<WorkedCase, Line> line)
      throws Exception {
    compare(STORIES, disturbance, line);
  }

  private static void compare(
      Map<WorkedCase, Story> stories, Disturbance disturbance, Function<WorkedCase, Line> line)
      throws Exception {
    var differences =
        each(
            List.copyOf(stories.keySet()),
            (worked, folder) -> {
              try (var telling = telling(worked, line.apply(worked), disturbance, folder)) {
                return telling.firstDifference(Objects.requireNonNull(stories.get(worked)));
              }
            });
    assertThat(differences.values().stream().flatMap(Optional::stream).toList()).isEmpty();
  }

  private static Retelling telling(
      WorkedCase worked, Line line, Disturbance disturbance, Path folder) {
    return new Retelling(worked, line, disturbance, random(worked), folder);
  }

  /** Always the same for the same case. */
  private static Random random(WorkedCase worked) {
    return new Random(worked.name().hashCode());
  }

  private static <T> Map<WorkedCase, T> each(List<WorkedCase> cases, Told<T> told)
      throws Exception {
    var results = new LinkedHashMap<WorkedCase, T>();
    try (var _ = new Quiet();
        var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new LinkedHashMap<WorkedCase, Future<T>>();
      for (var worked : cases) {
        running.put(worked, pool.submit(() -> inFolder(worked, told)));
      }
      for (var one : running.entrySet()) {
        results.put(one.getKey(), one.getValue().get());
      }
    }
    return results;
  }

  private static <T> T inFolder(WorkedCase worked, Told<T> told) throws IOException {
    var folder = Files.createTempDirectory("plimsoll-case-");
    try {
      return told.of(worked, folder);
    } catch (RuntimeException bug) {
      throw new AssertionError(worked.file() + ": " + worked.name(), bug);
    } finally {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
