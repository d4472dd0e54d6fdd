package io.plimsoll.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Reads settings, plans and rules, and says all that is wrong, without starting anything. */
@Command(
    name = "check",
    description = "Checks settings, plans and rules without starting anything.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      description = "settings file; default config/plimsoll.yaml",
      paramLabel = "FILE")
  private Path config = Path.of("config/plimsoll.yaml");

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var result =
        switch (Checked.read(config)) {
          case Checked.Good good -> good(good, out);
          case Checked.Bad(var problems, var warnings) -> bad(problems, warnings, out);
        };
    out.flush();
    return result;
  }

  private int good(Checked.Good good, PrintWriter out) {
    switch (format) {
      case text -> {
        good.warnings().forEach(warning -> out.println("warning: " + warning));
        out.printf(
            "good: %d rules (version %s), %d plans, %d receivers%n",
            good.rules().rules().size(),
            good.rules().version(),
            good.settings().engine().plans().size(),
            good.settings().receivers().size());
      }
      case json -> json(true, List.of(), good.warnings(), out);
    }
    return Exit.GOOD;
  }

  private int bad(List<String> problems, List<String> warnings, PrintWriter out) {
    switch (format) {
      case text -> {
        problems.forEach(out::println);
        warnings.forEach(warning -> out.println("warning: " + warning));
        out.printf("refused: %d problem%s%n", problems.size(), problems.size() == 1 ? "" : "s");
      }
      case json -> json(false, problems, warnings, out);
    }
    return Exit.USAGE;
  }

  private static void json(
      boolean good, List<String> problems, List<String> warnings, PrintWriter out) {
    var json = JsonMapper.shared().createObjectNode().put("good", good);
    problems.forEach(json.putArray("problems")::add);
    warnings.forEach(json.putArray("warnings")::add);
    out.println(json);
  }
}
