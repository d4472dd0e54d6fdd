package io.plimsoll.app.control;

import io.plimsoll.app.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A person begins an account anew. */
@Command(
    name = "rebase",
    description = "Begins peaks, anchors and latches of an account anew, from its present numbers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class RebaseCommand implements Callable<Integer> {
  @Mixin private OrderOptions order = new OrderOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return order.order("rebase", order.body(), spec);
  }
}
