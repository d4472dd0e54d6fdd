package io.plimsoll.app.demo;

import io.plimsoll.app.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The processes of the demo, and what is seen of them. */
final class Demo implements AutoCloseable {
  private static final Duration PROVEN_WITHIN = Duration.ofSeconds(90);
  private static final Duration A_KILL_COSTS = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Path folder;
  private final long seed;
  private final Kills kills;
  private final boolean killing;
  private final Duration provenWithin;
  private final List<Story> stories = Stories.all();
  private final Timeline timeline;
  private final MailCatcher mail;
  private final HookCatcher hooks;
  private @Nullable BrokerProcess broker;
  private volatile @Nullable EngineProcess engine;
  private volatile boolean closing;

  Demo(Path folder, long seed, int kills, PrintWriter out, Format format) throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.kills = new Kills(kills, seed);
    this.killing = kills > 0;
    this.provenWithin = PROVEN_WITHIN.plus(A_KILL_COSTS.multipliedBy(kills));
    this.timeline =
        new Timeline(out, format, new Moves(stories.stream().map(Story::account).toList()));
    this.mail = new MailCatcher(this::seen);
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.hooks = new HookCatcher(key, this::seen);
  }

  /**
   * True when everything was proven.
   *
   * @param once else it goes on after that, until it is closed
   */
  boolean run(boolean once) throws IOException, InterruptedException {
    var address = startBroker();
    sayWhereThingsAre(address);
    var judge = new Judge("http://" + address);
    var watched = new EngineProcess(environment(address), file("engine.err").toFile(), this::seen);
    engine = watched;
    watched.start();
    boolean told = false;
    while (!closing) {
      if (kills.isNow(timeline.seconds())) {
        kill();
      }
      if (watched.life() == EngineProcess.Life.KILLED) {
        watched.start();
      } else if (watched.life() == EngineProcess.Life.ENDED_BY_ITSELF) {
        return endedByItself();
      }
      if (!told && (timeline.seconds() > provenWithin.toSeconds() || isAllProven(judge))) {
        // A second action, if there were one, should have the time to show.
        Thread.sleep(GRACE);
        var summary = Summary.of(stories, killing, judge);
        timeline.print(summary);
        if (once) {
          return summary.isProven();
        }
        timeline.say("The engine goes on; end it with Ctrl-C.");
        told = true;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }

  /** Ctrl-C goes to the engine too, and it may be the faster one. */
  private boolean endedByItself() throws InterruptedException {
    Thread.sleep(GRACE);
    if (closing) {
      return true;
    }
    timeline.say("The engine ended by itself. Its last words are in " + file("engine.err"));
    return false;
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
    if (target != null && !kills.isEmpty() && target.kill()) {
      kills.used();
      timeline.print(new Happening.Killed());
    }
  }

  private synchronized String startBroker() throws IOException, InterruptedException {
    var log = file("broker-requests.jsonl").toString();
    var started =
        BrokerProcess.start(
            folder, List.of("--port=0", "--seed=" + seed, "--scenario=demo", "--log", log));
    broker = started;
    return started.address();
  }

  private void sayWhereThingsAre(String address) {
    var places = new LinkedHashMap<String, String>();
    places.put("broker", "http://" + address);
    places.put("mail", "smtp://127.0.0.1:" + mail.port());
    places.put("webhooks", hooks.url());
    places.put("files", folder.toString());
    timeline.places(places);
  }

  private Map<String, String> environment(String address) {
    return Map.of(
        "DEMO_DATA", file("data").toString(),
        "DEMO_BROKER", "http://" + address,
        "DEMO_SOCKETS", "ws://" + address,
        "DEMO_BROKER_PASSWORD", "demo",
        "DEMO_SMTP_PORT", Integer.toString(mail.port()),
        "DEMO_HOOK", hooks.url(),
        "DEMO_HOOK_SECRET", hooks.secret());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void seen(Happening happening) {
    if (closing) {
      return;
    }
    timeline.print(happening);
    var seconds = timeline.seconds();
    stories.forEach(story -> story.observe(happening, seconds));
    kills
        .after(happening)
        .ifPresent(delay -> {
          try {
            Thread.sleep(delay);
            kill();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Ends the engine first, so that it can say goodbye to the others. */
  @Override
  public void close() {
    closing = true;
    var watched = engine;
    if (watched != null) {
      watched.close();
    }
    closeBroker();
    mail.close();
    hooks.close();
  }

  private synchronized void closeBroker() {
    if (broker != null) {
      broker.close();
    }
  }
}
