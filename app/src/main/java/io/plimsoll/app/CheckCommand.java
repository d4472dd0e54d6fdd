package io.plimsoll.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads settings, plans and rules, and says all that is wrong, without starting anything. */
@Command(
    name = "check",
    description = "Checks settings, plans and rules without starting anything.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var result =
        switch (Checked.read(config.file())) {
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
            "good: %s (version %s), %s, %s%n",
            Count.of(good.rules().rules().size(), "rule"),
            good.rules().version(),
            Count.of(good.settings().engine().plans().size(), "plan"),
            Count.of(good.settings().receivers().size(), "receiver"));
      }
      case json ->
          out.println(
              json(true, List.of(), good.warnings())
                  .put("rules", good.rules().rules().size())
                  .put("version", good.rules().version())
                  .put("plans", good.settings().engine().plans().size())
                  .put("receivers", good.settings().receivers().size()));
    }
    return Exit.GOOD;
  }

  private int bad(List<String> problems, List<String> warnings, PrintWriter out) {
    switch (format) {
      case text -> {
        problems.forEach(out::println);
        warnings.forEach(warning -> out.println("warning: " + warning));
        out.println("refused: " + Count.of(problems.size(), "problem"));
      }
      case json -> out.println(json(false, problems, warnings));
    }
    return Exit.USAGE;
  }

  private static ObjectNode json(boolean good, List<String> problems, List<String> warnings) {
    var json = JsonMapper.shared().createObjectNode().put("good", good);
    problems.forEach(json.putArray("problems")::add);
    warnings.forEach(json.putArray("warnings")::add);
    return json;
  }
}
