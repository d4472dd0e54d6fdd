package io.plimsoll.app;

import io.plimsoll.app.control.ControlServer;
import io.plimsoll.config.PlanText;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Receiver;
import io.plimsoll.config.Settings;
import io.plimsoll.engine.delivery.Notifier;
import io.plimsoll.engine.shard.Engine;
import io.plimsoll.engine.store.Store;
import io.plimsoll.notifiers.email.EmailNotifier;
import io.plimsoll.notifiers.webhook.WebhookNotifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the engine until it is told to stop. */
@Command(
    name = "run",
    description = "Follows the accounts and holds the rules against them, until stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--format",
      description = "text or json: how log events are printed; default text")
  private Format format = Format.text;

  @Option(
      names = "--figures",
      description =
          "log each account's equity, floor and room too as they move, at most once a second")
  private boolean figures;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Log.to(format);
    if (figures) {
      Log.figures();
    }
    return switch (Checked.read(config.file())) {
      case Checked.Bad(var problems, var warnings) -> {
        problems.forEach(spec.commandLine().getErr()::println);
        warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        spec.commandLine().getErr().println("plimsoll: not started, see above.");
        yield Exit.USAGE;
      }
      case Checked.Good good -> {
        var changed = changedPlans(good.settings());
        changed.forEach(spec.commandLine().getErr()::println);
        yield changed.isEmpty() ? run(good) : Exit.USAGE;
      }
    };
  }

  /** An account is held to a text of a date; another text under the same date would deceive. */
  private static List<Problem> changedPlans(Settings settings) {
    try (var store = Store.open(settings.engine().dataFolder())) {
      return PlanText.changed(settings, store.plans().stream().map(PlanText::of).toList());
    }
  }

  private int run(Checked.Good good) throws IOException, InterruptedException {
    good.warnings().forEach(warning -> LOG.warn(warning));
    Thread.setDefaultUncaughtExceptionHandler(RunCommand::end);
    var clock = InstantSource.system();
    var settings = good.settings();
    var engine =
        Engine.start(
            settings.engine(), good.rules(), notifiers(settings.receivers(), clock), clock);
    LOG.atInfo()
        .setMessage("engine started")
        .addKeyValue("version", Version.number())
        .addKeyValue("rules", good.rules().rules().size())
        .addKeyValue("ruleset", good.rules().version())
        .addKeyValue("plans", settings.engine().plans().size())
        .addKeyValue("broker", settings.engine().broker().rest())
        .addKeyValue("data", settings.engine().dataFolder())
        .log();
    waitForEnd(engine, ControlServer.start(engine, settings.engine().dataFolder()));
    return Exit.GOOD;
  }

  /**
   * A thread that dies would leave accounts unwatched while all looks well. The next life reads
   * back what this one had begun.
   */
  private static void end(Thread thread, Throwable cause) {
    LOG.atError()
        .setMessage("thread died, the engine ends; start it again")
        .addKeyValue("thread", thread.getName())
        .setCause(cause)
        .log();
    Runtime.getRuntime().halt(Exit.COULD_NOT_RUN);
  }

  /** SIGTERM and Ctrl-C run the hook; the JVM ends when the hook has. */
  private static void waitForEnd(Engine engine, ControlServer control) throws InterruptedException {
    var stop =
        Thread.ofPlatform()
            .name("stop")
            .unstarted(() -> {
              control.close();
              engine.close();
              LOG.atInfo().setMessage("engine stopped").log();
            });
    try {
      Runtime.getRuntime().addShutdownHook(stop);
    } catch (IllegalStateException toldToStopWhileStarting) {
      stop.start();
    }
    new CountDownLatch(1).await();
  }

  private static Map<String, Notifier> notifiers(
      Map<String, Receiver> receivers, InstantSource clock) {
    var notifiers = new HashMap<String, Notifier>();
    receivers.forEach((name, receiver) ->
        notifiers.put(
            name,
            switch (receiver) {
              case Receiver.Email(var settings) -> new EmailNotifier(settings, clock);
              case Receiver.Webhook(var settings) -> new WebhookNotifier(settings, clock);
            }));
    return notifiers;
  }
}
