package io.plimsoll.app.control;

import io.plimsoll.app.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A person releases an account. */
@Command(
    name = "unlock",
    description = "Nothing is required of an account any more; a restriction of ours is lifted.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class UnlockCommand implements Callable<Integer> {
  @Mixin private OrderOptions order = new OrderOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return order.order("unlock", order.body(), spec);
  }
}
