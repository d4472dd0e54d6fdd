package io.plimsoll.engine.tradovate;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The eye of one shard: its user socket and its market-data socket, made into {@link Inbound}. The
 * consumer is called from the sockets' threads.
 */
public final class Gateway implements AutoCloseable {
  private final SyncRequest sync;
  private final Oddities oddities;
  private final Consumer<Inbound> shard;
  private final Link user;
  private final @Nullable Link prices;
  private final Set<Long> subscribed = new HashSet<>();
  private @Nullable Socket priceSocket;

  public Gateway(
      BrokerSettings settings,
      SyncRequest sync,
      Tokens tokens,
      Oddities oddities,
      InstantSource clock,
      Consumer<Inbound> shard) {
    this.sync = sync;
    this.oddities = oddities;
    this.shard = shard;
    var name = "shard-" + sync.shard();
    this.user = new Link(name, settings.socket(), access(tokens), settings, clock, new User());
    this.prices =
        settings.marketData() == null
            ? null
            : new Link(
                name + "-prices",
                settings.marketData(),
                tokens::forMarketData,
                settings,
                clock,
                new Prices());
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
    user.close();
    if (prices != null) {
      prices.close();
    }
  }

  private final class User implements Link.Listener {
    @Override
    public void up(Socket socket) {
      shard.accept(new Inbound.Synchronizing());
      socket.request("user/syncrequest", sync.body());
    }

    @Override
    public void message(Message message) {
      switch (message) {
        case Message.Props(var changes) -> shard.accept(new Inbound.Changes(changes));
        case Message.Response(var id, var status, var body) -> {
          if (status == 200 && !body.has("p-ticket")) {
            snapshot(SyncRequest.read(body));
          } else {
            user.reconnect("request %d refused with status %d: %s".formatted(id, status, body));
          }
        }
        case Message.Odd(var kind, var text) -> oddities.saw(kind, text);
        case Message.MarketData quotes -> oddities.saw("event:md-on-user-socket", "");
        case Message.Shutdown shutdown -> {}
      }
    }

    private void snapshot(List<Message> parts) {
      for (var part : parts) {
        if (part instanceof Message.Props(var changes)) {
          shard.accept(new Inbound.Snapshot(changes));
        } else if (part instanceof Message.Odd(var kind, var text)) {
          oddities.saw(kind, text);
        }
      }
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
