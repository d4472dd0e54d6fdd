package io.plimsoll.app.control;

import io.plimsoll.app.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A person holds an account to another plan, or to the present text of its plan. */
@Command(
    name = "assign",
    description = "Holds an account to another plan, or to the present text of its plan.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PlansAssignCommand implements Callable<Integer> {
  @Mixin private OrderOptions order = new OrderOptions();

  @Option(
      names = "--plan",
      description = "its name; default the first plan whose accounts match",
      paramLabel = "NAME")
  private @Nullable String plan;

  @Option(
      names = "--at",
      description = "now or next-reset; default next-reset",
      paramLabel = "WHEN")
  private String at = "next-reset";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = order.body().put("atOnce", isAtOnce());
    return order.order("plan", plan == null ? body : body.put("plan", plan), spec);
  }

  private boolean isAtOnce() {
    return switch (at) {
      case "now" -> true;
      case "next-reset" -> false;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--at: (%s) is neither now nor next-reset".formatted(at));
    };
  }
}
