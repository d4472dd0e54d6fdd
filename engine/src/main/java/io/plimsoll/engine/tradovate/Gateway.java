package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The eye of one shard: its user socket and its market-data socket, made into {@link Inbound}. The
 * consumer is called from the sockets' threads.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SyncRequest sync;
  private final Oddities oddities;
  private final Consumer<Inbound> shard;
  private final Link user;
  private final @Nullable Link prices;
  private final Tokens tokens;
  private final Allowance allowance;
  private final ScheduledExecutorService timer;
  private final long everyMillis;
  private final Set<Long> subscribed = new HashSet<>();
  private @Nullable Socket priceSocket;

  public Gateway(
      BrokerSettings settings,
      SyncRequest sync,
      Tokens tokens,
      Allowance allowance,
      Oddities oddities,
      InstantSource clock,
      Consumer<Inbound> shard,
      Consumer<Standing> standing) {
    this.sync = sync;
    this.oddities = oddities;
    this.shard = shard;
    this.tokens = tokens;
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

  /** Drops the user socket, so that the shard is synchronized anew. */
  public void resynchronize(String reason) {
    user.reconnect(reason);
  }

  /** Makes the subscriptions be exactly these contracts. */
  public synchronized void follow(Set<Long> contracts) {
    var socket = priceSocket;
    if (socket == null) {
      return;
    }
    for (long contract : contracts) {
      if (subscribed.add(contract)) {
        socket.request("md/subscribequote", symbol(contract));
      }
    }
    for (long contract : Set.copyOf(subscribed)) {
      if (!contracts.contains(contract)) {
        subscribed.remove(contract);
        socket.request("md/unsubscribequote", symbol(contract));
      }
    }
  }

  private static String symbol(long contract) {
    return "{\"symbol\":%d}".formatted(contract);
  }

  private synchronized void pricesAt(@Nullable Socket socket) {
    priceSocket = socket;
    subscribed.clear();
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
      shard.accept(new Inbound.Synchronizing());
      ask(socket, sync.body());
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
          if (status != 200) {
            oddities.saw("subscription-refused:" + status, body.toString());
          }
        }
        case Message.Odd(var kind, var text) -> oddities.saw(kind, text);
        case Message.Props props -> oddities.saw("event:props-on-price-socket", "");
        case Message.Shutdown shutdown -> {}
      }
    }

    @Override
    public void down(String reason) {
      pricesAt(null);
      shard.accept(new Inbound.PricesDown(reason));
    }
  }
}
