package io.plimsoll.app.cases;

import io.plimsoll.app.Count;
import io.plimsoll.app.Exit;
import io.plimsoll.app.Format;
import io.plimsoll.app.Java;
import io.plimsoll.app.Version;
import io.plimsoll.config.CaseFile;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs worked cases, and says where the engine differs from them. */
@Command(
    name = "test",
    description = "Runs worked cases through the engine, and shows where they differ.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class TestCommand implements Callable<Integer> {
  private static final int MANY = 100;

  @Parameters(paramLabel = "FILE|FOLDER", description = "cases in YAML; see docs/cases.md")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path place;

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "rules to run with, may be repeated; default the shipped ones")
  private List<Path> rules = new ArrayList<>();

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var problems = new ArrayList<String>();
    var cases = new ArrayList<WorkedCase>();
    for (var path : files()) {
      var file = CaseFile.read(path);
      cases.addAll(file.cases());
      file.problems().forEach(problem -> problems.add(problem.toString()));
      file.warnings().forEach(warning -> err().println("warning: " + warning));
    }
    var folders = rules.isEmpty() ? List.of(Java.home().resolve("rules").resolve("drl")) : rules;
    return switch (RuleSet.load(folders)) {
      case RuleLoad.Refused refused -> {
        refused.problems().forEach(problem -> problems.add(problem.toString()));
        yield tell(problems, new Tally());
      }
      case RuleLoad.Loaded(var loaded) -> tell(problems, run(cases, loaded));
    };
  }

  private List<Path> files() {
    try {
      return CaseFile.in(place);
    } catch (IOException none) {
      throw new ParameterException(spec.commandLine(), "test: " + none.getMessage(), none);
    }
  }

  /** How many cases are as they say. */
  private static final class Tally {
    private int done;
    private int ok;
  }

  private Tally run(List<WorkedCase> cases, RuleSet loaded)
      throws IOException, InterruptedException {
    var tally = new Tally();
    var printed = new Printed(out());
    try (var _ = new Quiet()) {
      new Suite(loaded)
          .run(
              cases,
              result -> {
                tally.done++;
                tally.ok += result.isOk() ? 1 : 0;
                switch (format) {
                  case text -> printed.print(result);
                  case json -> out().println(json(result));
                }
                if (tally.done % MANY == 0 && tally.done < cases.size()) {
                  err().println("%d of %d cases".formatted(tally.done, cases.size()));
                  err().flush();
                }
              });
    }
    return tally;
  }

  private int tell(List<String> problems, Tally tally) {
    int failed = tally.done - tally.ok;
    switch (format) {
      case text -> {
        problems.forEach(out()::println);
        out()
            .println(
                "%s: %d ok, %d failed%s"
                    .formatted(
                        Count.of(tally.done, "case"),
                        tally.ok,
                        failed,
                        problems.isEmpty()
                            ? ""
                            : "; not all could be read: " + Count.of(problems.size(), "problem")));
      }
      case json -> {
        var json =
            JsonMapper.shared()
                .createObjectNode()
                .put("cases", tally.done)
                .put("ok", tally.ok)
                .put("failed", failed);
        problems.forEach(json.putArray("problems")::add);
        out().println(json);
      }
    }
    out().flush();
    err().flush();
    return !problems.isEmpty() ? Exit.USAGE : failed > 0 ? Exit.DIFFERENCE : Exit.GOOD;
  }

  private static ObjectNode json(CaseResult result) {
    var worked = result.worked();
    var json =
        JsonMapper.shared()
            .createObjectNode()
            .put("file", worked.file().toString())
            .put("line", worked.line())
            .put("case", worked.name())
            .put("from", worked.from())
            .put("ok", result.isOk());
    var differences = json.putArray("differences");
    for (var one : result.differences()) {
      differences
          .addObject()
          .put("line", one.line())
          .put("step", one.step())
          .put("at", one.at() == null ? null : one.at().toString())
          .put("key", one.key())
          .put("expected", one.expected())
          .put("actual", one.actual());
    }
    return json;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
