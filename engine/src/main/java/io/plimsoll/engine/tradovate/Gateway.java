package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The eye of one shard: its user socket and its market-data socket, made into {@link Inbound}. The
 * consumer is called from the sockets' threads.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private volatile SyncRequest sync;
  private final Oddities oddities;
  private final Tap tap;
  private final Consumer<Inbound> shard;
  private final Link user;
  private final @Nullable Link prices;
  private final Tokens tokens;
  private final Fetcher fetcher;
  private final Allowance allowance;
  private final ScheduledExecutorService timer;
  private final long everyMillis;
  private final Set<Long> subscribed = new HashSet<>();

  /** Contracts by the request that subscribes them, until it is answered. */
  private final Map<Long, Long> asked = new HashMap<>();

  private @Nullable Socket priceSocket;

  /** Hears every frame as it came; called from the sockets' threads, must be quick. */
  public interface Tap {
    void user(String frame);

    void prices(String frame);
  }

  public Gateway(
      BrokerSettings settings,
      SyncRequest sync,
      Tokens tokens,
      Fetcher fetcher,
      Allowance allowance,
      Oddities oddities,
      InstantSource clock,
      Tap tap,
      Consumer<Inbound> shard,
      Consumer<Standing> standing) {
    this.sync = sync;
    this.oddities = oddities;
    this.tap = tap;
    this.shard = shard;
    this.tokens = tokens;
    this.fetcher = fetcher;
    this.allowance = allowance;
    this.everyMillis = settings.silence().toMillis();
    var name = "shard-" + sync.shard();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name + "-timer").daemon().factory());
    this.user =
        new Link(name, settings.socket(), access(tokens), settings, clock, new User(), standing);
    this.prices =
        settings.marketData() == null
            ? null
            : new Link(
                name + "-prices",
                settings.marketData(),
                tokens::forMarketData,
                settings,
                clock,
                new Prices(),
                standing);
  }

  private static Link.TokenSource access(Tokens tokens) {
    return new Link.TokenSource() {
      @Override
      public String token() throws LoginException {
        return tokens.current();
      }

      @Override
      public void refused(String token) {
        tokens.refused(token);
      }
    };
  }

  public void start() {
    user.start();
    if (prices != null) {
      prices.start();
    }
    var _ =
        timer.scheduleWithFixedDelay(
            tokens::keepFresh, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /**
   * Follows these types too. A socket takes one sync request in its life, so a new one is opened,
   * unless all of them are followed already.
   */
  public void require(Set<EntityType> types) {
    var now = sync;
    if (!now.types().containsAll(types)) {
      var more = new HashSet<>(now.types());
      more.addAll(types);
      sync = new SyncRequest(more, now.following(), now.shard());
      user.reconnect("more types are to be followed");
    }
  }

  /** For how long nothing at all has come on the user socket, heartbeats included. */
  public Duration silence() {
    return user.silence();
  }

  /** Makes the subscriptions be exactly these contracts. */
  public synchronized void follow(Set<Long> contracts) {
    var socket = priceSocket;
    if (socket == null) {
      return;
    }
    for (long contract : contracts) {
      if (subscribed.add(contract)) {
        asked.put(socket.request("md/subscribequote", symbol(contract)), contract);
      }
    }
    for (long contract : Set.copyOf(subscribed)) {
      if (!contracts.contains(contract)) {
        subscribed.remove(contract);
        socket.request("md/unsubscribequote", symbol(contract));
      }
    }
  }

  /** Reads these over REST; what is found comes as {@link Inbound.Fetched}. */
  public void fetch(Set<Missing> missing) {
    fetcher.fetch(missing, found -> shard.accept(new Inbound.Fetched(found)));
  }

  private static String symbol(long contract) {
    return "{\"symbol\":%d}".formatted(contract);
  }

  private synchronized void pricesAt(@Nullable Socket socket) {
    priceSocket = socket;
    subscribed.clear();
    asked.clear();
  }

  /** What is refused is asked for again the next time the contracts are told. */
  private synchronized void subscribed(long request, int status, JsonNode body) {
    var contract = asked.remove(request);
    // Success may come without a body.
    boolean taken =
        status == 200 && (!body.isContainer() || AnswerReader.body(body) instanceof Answer.Ok);
    if (contract != null && !taken) {
      oddities.saw("subscription-refused:" + status, body.toString());
      subscribed.remove(contract);
      shard.accept(new Inbound.Unquoted(contract));
    }
  }

  /** Asks what the broker reckons the account to be worth; it comes as {@link Inbound.Worth}. */
  public void worth(long account) {
    fetcher.worth(account, netLiq -> shard.accept(new Inbound.Worth(account, netLiq)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    user.close();
    if (prices != null) {
      prices.close();
    }
  }

  private final class User implements Link.Listener {
    private volatile @Nullable Socket current;

    @Override
    public void up(Socket socket) {
      current = socket;
      var asked = sync;
      shard.accept(new Inbound.Synchronizing(Set.copyOf(asked.types())));
      ask(socket, asked.body());
    }

    /** Now, or as soon as the broker's limits leave room for it; looked at each second. */
    private void ask(Socket socket, String body) {
      var no = allowance.take(SyncRequest.ENDPOINT, Use.READ);
      if (no.isEmpty()) {
        socket.request(SyncRequest.ENDPOINT, body);
        return;
      }
      var pause = no.get().pause();
      askIn(pause.compareTo(LOOK) < 0 ? pause : LOOK, socket, body);
    }

    private void askIn(Duration pause, Socket socket, String body) {
      Runnable again =
          () -> {
            if (socket == current) {
              ask(socket, body);
            }
          };
      try {
        var _ = timer.schedule(again, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        // Nobody wants the snapshot any more.
      }
    }

    @Override
    public void message(Message message) {
      switch (message) {
        case Message.Props(var changes) -> shard.accept(new Inbound.Changes(changes));
        case Message.Response(var id, var status, var body) ->
            answered(AnswerReader.response(status, body));
        case Message.Odd(var kind, var text) -> oddities.saw(kind, text);
        case Message.MarketData quotes -> oddities.saw("event:md-on-user-socket", "");
        case Message.Shutdown shutdown -> {}
      }
    }

    /** Of the sync request, which is all that is asked on this socket. */
    private void answered(Answer answer) {
      allowance.heard(SyncRequest.ENDPOINT, answer);
      var socket = current;
      switch (answer) {
        case Answer.Ok(var parts) -> snapshot(SyncRequest.read(parts));
        case Answer.Penalty(var ticket, var delay, var captcha) when socket != null -> {
          LOG.atWarn().setMessage("sync penalized").addKeyValue("wait", delay).log();
          askIn(captcha ? AFTER_CAPTCHA : delay, socket, sync.body(ticket));
        }
        // Another socket would be limited too, and cost a connection.
        case Answer.Limited limited when socket != null -> ask(socket, sync.body());
        case Answer no -> user.reconnect("sync refused: " + no);
      }
    }

    /** A part without an entity is a part too: there may be none. */
    private void snapshot(List<Message> parts) {
      var all = new ArrayList<EntityChange>();
      for (var part : parts) {
        if (part instanceof Message.Props(var changes)) {
          all.addAll(changes);
        } else if (part instanceof Message.Odd(var kind, var text)) {
          oddities.saw(kind, text);
        }
      }
      shard.accept(new Inbound.Snapshot(all));
    }

    @Override
    public void frame(String text) {
      tap.user(text);
    }

    @Override
    public void down(String reason) {
      shard.accept(new Inbound.Down(reason));
    }
  }

  private final class Prices implements Link.Listener {
    @Override
    public void up(Socket socket) {
      pricesAt(socket);
      shard.accept(new Inbound.PricesUp());
    }

    @Override
    public void message(Message message) {
      switch (message) {
        case Message.MarketData(var quotes) -> shard.accept(new Inbound.Quotes(quotes));
        case Message.Response(var id, var status, var body) -> {
          allowance.heard("md/subscribequote", AnswerReader.response(status, body));
          subscribed(id, status, body);
        }
        case Message.Odd(var kind, var text) -> oddities.saw(kind, text);
        case Message.Props props -> oddities.saw("event:props-on-price-socket", "");
        case Message.Shutdown shutdown -> {}
      }
    }

    @Override
    public void frame(String text) {
      tap.prices(text);
    }

    @Override
    public void down(String reason) {
      pricesAt(null);
      shard.accept(new Inbound.PricesDown(reason));
    }
  }
}
