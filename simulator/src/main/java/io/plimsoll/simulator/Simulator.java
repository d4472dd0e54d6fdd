package io.plimsoll.simulator;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import io.plimsoll.simulator.control.Control;
import io.plimsoll.simulator.control.ControlDoor;
import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.fault.Plan;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.rest.AuthEndpoints;
import io.plimsoll.simulator.rest.Desk;
import io.plimsoll.simulator.rest.Faults;
import io.plimsoll.simulator.rest.HttpDoor;
import io.plimsoll.simulator.rest.Maintenance;
import io.plimsoll.simulator.rest.RequestLog;
import io.plimsoll.simulator.rest.Router;
import io.plimsoll.simulator.rest.Sessions;
import io.plimsoll.simulator.scenario.Demo;
import io.plimsoll.simulator.scenario.Load;
import io.plimsoll.simulator.scenario.Stage;
import io.plimsoll.simulator.scenario.Story;
import io.plimsoll.simulator.scenario.Ticker;
import io.plimsoll.simulator.scenario.Walk;
import io.plimsoll.simulator.wire.SocketRules;
import io.plimsoll.simulator.wire.Sockets;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker on loopback, running from start to close. */
public final class Simulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  private static final Duration DEFAULT_TICK = Duration.ofMillis(250);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final long LARGEST_FRAME = 16L << 20;

  private final Floor floor;
  private final Control control;
  private final Sockets sockets;
  private final RequestLog requests;
  private final Stage stage;
  private final ScheduledExecutorService pulse;
  private final Javalin server;

  private Simulator(Settings settings) {
    var seed = settings.host().seed();
    floor = new Floor(settings.login().user(), seed, settings.contents(), settings.host().clock());
    requests = new RequestLog(settings.host().requestLog());
    var injections = new Injections(settings.host().clock());
    injections.listen(requests::add);
    var plan = new Plan(settings.faults());
    var faults = new Faults(seed);
    settings.faults().calls().forEach(faults::add);
    var sessions = new Sessions(settings.host().clock(), settings.sessions(), seed);
    var maintenance = new Maintenance(settings.host().clock());
    stage = new Stage(ticker(settings), load(settings));
    var router =
        new Router(
            new AuthEndpoints(settings.login().user(), settings.login().password(), sessions),
            floor,
            settings.contents().most());
    var desk = new Desk(floor, maintenance, settings.limits(), faults, injections, requests, seed);
    var rules =
        new SocketRules(
            settings.timing(),
            settings.sync(),
            settings.contents(),
            settings.sessions(),
            seed,
            plan,
            injections);
    sockets = new Sockets(floor, desk, router, sessions, maintenance, rules, stage::start);
    control = new Control(floor, stage, sockets, sessions, faults, plan, injections, requests);
    floor.broadcastTo(sockets, sockets);
    server =
        serve(
            settings.host().port(), new HttpDoor(desk, router, sessions), new ControlDoor(control));
    pulse =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pulse").daemon().factory());
    every(DEFAULT_TICK, () -> floor.act(() -> {}));
    if (settings.contents().rolls()) {
      every(DEFAULT_TICK, floor::rollSession);
    }
    every(MOMENT, sockets::moments);
    if (settings.scene().priceTick().isPositive()) {
      every(settings.scene().priceTick(), stage::tick);
    }
    LOG.info(
        "simulator started port={} seed={} scenario={}", port(), seed, settings.scene().scenario());
  }

  public static Simulator start(Settings settings) {
    return new Simulator(settings);
  }

  public int port() {
    return server.port();
  }

  public URI restUri() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(port()));
  }

  public URI socketUri() {
    return URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(port()));
  }

  public URI marketDataUri() {
    return URI.create("ws://127.0.0.1:%d/v1/md/websocket".formatted(port()));
  }

  /** What may be done to the broker from outside the protocol. */
  public Control control() {
    return control;
  }

  /** The next step of the prices, for tests that do not wait for the clock. */
  public void tick() {
    control.tick();
  }

  @Override
  public void close() {
    pulse.shutdownNow();
    stage.stop();
    sockets.dropAll();
    var _ = server.stop();
    requests.close();
    LOG.info("simulator stopped");
  }

  /** A scenario waits for the first synchronized client; the plain walk does not. */
  private Ticker ticker(Settings settings) {
    var interval =
        settings.scene().priceTick().isPositive() ? settings.scene().priceTick() : DEFAULT_TICK;
    Story story =
        switch (settings.scene().scenario()) {
          case none -> new Walk(floor.market(), settings.host().seed());
          case demo -> {
            Demo.open(floor, settings.scene().accounts(), settings.host().seed());
            yield new Demo(settings.host().seed());
          }
          case load -> {
            Load.open(floor, settings.scene().accounts());
            yield Load.prices();
          }
        };
    return new Ticker(
        floor, story, interval, settings.scene().scenario() == Settings.ScenarioName.none);
  }

  private Optional<Load> load(Settings settings) {
    var scene = settings.scene();
    return scene.scenario() == Settings.ScenarioName.load
        ? Optional.of(
            new Load(
                floor, scene.accounts(), scene.rate(), settings.host().seed(), this::framesSent))
        : Optional.empty();
  }

  private long framesSent() {
    return sockets.sent();
  }

  private Javalin serve(int port, HttpDoor http, ControlDoor controls) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.router.caseInsensitiveRoutes = true;
              config.concurrency.useVirtualThreads = true;
              config.jetty.modifyWebSocketServletFactory(factory -> {
                factory.setIdleTimeout(Duration.ZERO);
                factory.setMaxTextMessageSize(LARGEST_FRAME);
              });
              controls.register(config.routes);
              http.register(config.routes);
              config.routes.wsBeforeUpgrade(this::admit);
              socket(config.routes, "/v1/websocket", sockets::connectedForUserEvents);
              socket(config.routes, "/v1/md/websocket", sockets::connectedForMarketData);
            })
        .start("127.0.0.1", port);
  }

  private void admit(Context http) {
    if (sockets.isClosedToAll()) {
      throw new HttpResponseException(Maintenance.STATUS, "Under maintenance");
    }
  }

  private void socket(RoutesConfig routes, String path, Consumer<Session> connected) {
    Consumer<WsConfig> talk =
        ws -> {
          ws.onConnect(context -> connected.accept(context.session));
          ws.onMessage(context -> sockets.heard(context.session, context.message()));
          ws.onClose(context -> sockets.gone(context.session));
          ws.onError(context -> sockets.gone(context.session));
        };
    var _ = routes.ws(path, talk);
  }

  private void every(Duration interval, Runnable action) {
    var _ =
        pulse.scheduleAtFixedRate(
            () -> {
              try {
                action.run();
              } catch (RuntimeException e) {
                LOG.error("pulse failed", e);
              }
            },
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
