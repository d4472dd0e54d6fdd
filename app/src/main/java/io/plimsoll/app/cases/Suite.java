package io.plimsoll.app.cases;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.session.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs cases side by side, each on a store of its own in a folder that is deleted afterwards. */
final class Suite {
  /** A case mostly waits for its disk. */
  private static final int FOR_EACH_PROCESSOR = 4;

  private final RuleSet rules;

  Suite(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Tells the results in the order of the cases, each as soon as it and those before it are done.
   *
   * @throws IOException when there is no place for the stores
   */
  void run(List<WorkedCase> cases, Consumer<CaseResult> each)
      throws IOException, InterruptedException {
    int threads = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Future<CaseResult>>();
      cases.forEach(one -> running.add(pool.submit(() -> run(one))));
      for (var result : running) {
        each.accept(result.get());
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException noPlace) {
        throw noPlace;
      }
      throw new IllegalStateException("a case ended in no result", failed);
    }
  }

  /** A case that breaks what runs it has failed too, and says so. */
  CaseResult run(WorkedCase one) throws IOException {
    var folder = Files.createTempDirectory("plimsoll-case-");
    try {
      return CaseRun.of(one, rules, folder);
    } catch (RuntimeException bug) {
      var first = one.steps().getFirst();
      var why = "this is a bug, please report it: %s at %s".formatted(bug, bug.getStackTrace()[0]);
      return new CaseResult(one, List.of(new Difference(first.line(), 0, null, "", "", why)));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
