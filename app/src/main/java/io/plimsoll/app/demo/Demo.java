package io.plimsoll.app.demo;

import io.plimsoll.app.Java;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The processes of the demo, and what is seen of them. */
final class Demo implements AutoCloseable {
  private static final Duration PROVEN_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Path folder;
  private final long seed;
  private final Kills kills;
  private final boolean killing;
  private final List<Story> stories = Stories.all();
  private final Timeline timeline;
  private final MailCatcher mail;
  private final HookCatcher hooks;
  private @Nullable Child simulator;
  private volatile @Nullable Child engine;
  private volatile boolean killed;

  Demo(Path folder, long seed, int kills, PrintWriter out) throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.kills = new Kills(kills, seed);
    this.killing = kills > 0;
    this.timeline = new Timeline(out);
    this.mail = new MailCatcher(this::seen);
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.hooks = new HookCatcher(key, this::seen);
  }

  /** True when everything was proven, or nobody asked for proof. */
  boolean run(boolean once) throws IOException, InterruptedException {
    var broker = "127.0.0.1:" + startSimulator();
    timeline.say(
        "broker on %s, mail on 127.0.0.1:%d, webhooks on %s, logs in %s"
            .formatted(broker, mail.port(), hooks.url(), folder));
    startEngine(broker);
    var end = timeline.seconds() + PROVEN_WITHIN.toSeconds();
    var judge = new Judge("http://" + broker);
    while (!once || (timeline.seconds() < end && !isAllProven(judge))) {
      if (kills.isNow(timeline.seconds())) {
        kill();
      }
      if (engine == null || !engine.isAlive()) {
        if (!killed) {
          timeline.say("The engine ended by itself; its log is in " + folder.resolve("engine.err"));
          return false;
        }
        killed = false;
        startEngine(broker);
      }
      Thread.sleep(LOOK);
    }
    // A second action, if there were one, should have the time to show.
    Thread.sleep(GRACE);
    return Summary.print(stories, killing, judge, timeline);
  }

  private boolean isAllProven(Judge judge) throws IOException, InterruptedException {
    if (!kills.isEmpty() || !stories.stream().allMatch(story -> story.isSeen(killing))) {
      return false;
    }
    for (var story : stories) {
      for (var question : story.questions()) {
        if (question.asked().wrong(judge).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  private void kill() {
    var target = engine;
    if (target != null) {
      killed = true;
      target.kill();
      timeline.say(
          "%6.2f s  KILL -9  the engine is killed and started again".formatted(timeline.seconds()));
    }
  }

  private int startSimulator() throws IOException, InterruptedException {
    var port = new CompletableFuture<Integer>();
    var program =
        Java.program(
                "io.plimsoll.simulator.Main",
                List.of(
                    "--port",
                    "0",
                    "--seed",
                    Long.toString(seed),
                    "--scenario",
                    "demo",
                    "--log",
                    folder.resolve("broker-requests.jsonl").toString()))
            .redirectError(folder.resolve("simulator.err").toFile());
    simulator =
        new Child(
            "simulator",
            program,
            line -> {
              if (line.startsWith("simulator ready port=")) {
                port.complete(Integer.parseInt(line.substring(line.indexOf('=') + 1)));
              }
            });
    try {
      return port.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException(
          "The simulator did not start; see " + folder.resolve("simulator.err"), failed);
    }
  }

  private void startEngine(String broker) throws IOException {
    var config = Java.home().resolve("config/demo.yaml");
    var program =
        Java.program(
                "io.plimsoll.app.Main",
                List.of("run", "--config", config.toString(), "--format", "json"))
            .redirectError(folder.resolve("engine.err").toFile());
    var environment = program.environment();
    environment.put("DEMO_DATA", folder.resolve("data").toString());
    environment.put("DEMO_BROKER", "http://" + broker);
    environment.put("DEMO_SOCKETS", "ws://" + broker);
    environment.put("DEMO_BROKER_PASSWORD", "demo");
    environment.put("DEMO_SMTP_PORT", Integer.toString(mail.port()));
    environment.put("DEMO_HOOK", hooks.url());
    environment.put("DEMO_HOOK_SECRET", hooks.secret());
    engine = new Child("engine", program, line -> EngineLog.read(line).ifPresent(this::seen));
  }

  private void seen(Happening happening) {
    timeline.print(happening);
    try {
      if (kills.isNow(happening)) {
        kill();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    var seconds = timeline.seconds();
    synchronized (stories) {
      stories.forEach(story -> story.observe(happening, seconds));
    }
  }

  @Override
  public synchronized void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
    if (simulator != null) {
      simulator.close();
      simulator = null;
    }
    mail.close();
    hooks.close();
  }
}
