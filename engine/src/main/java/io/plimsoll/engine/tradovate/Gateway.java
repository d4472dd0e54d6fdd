package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The eye of one shard: its user socket and its market-data socket, made into {@link Inbound}. The
 * consumer is called from the sockets' threads.
 */
public final class Gateway implements AutoCloseable {
  private final Link userLink;
  private final UserFeed user;
  private final @Nullable Link priceLink;
  private final PriceFeed prices;
  private final Tokens tokens;
  private final Fetcher fetcher;
  private final Consumer<Inbound> shard;
  private final ScheduledExecutorService timer;
  private final long everyMillis;

  /** Hears every frame as it came; called from the sockets' threads, must be quick. */
  public interface Tap {
    void user(String frame);

    void prices(String frame);
  }

  /**
   * @param hindrances told of trouble of the two links; must not block
   */
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
      Consumer<Hindrance> hindrances) {
    this.shard = shard;
    this.tokens = tokens;
    this.fetcher = fetcher;
    this.everyMillis = settings.silence().toMillis();
    var name = "shard-" + sync.shard();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name + "-timer").daemon().factory());
    this.user = new UserFeed(sync, allowance, oddities, timer, tap::user, shard, this::resync);
    this.userLink =
        new Link(name, settings.socket(), new Access(tokens), settings, clock, user, hindrances);
    this.prices = new PriceFeed(allowance, oddities, tap::prices, shard);
    this.priceLink =
        settings.marketData() == null
            ? null
            : new Link(
                name + "-prices",
                settings.marketData(),
                new MarketDataAccess(tokens),
                settings,
                clock,
                prices,
                hindrances);
  }

  private record Access(Tokens tokens) implements Link.TokenSource {
    @Override
    public String token() throws LoginException {
      return tokens.current();
    }

    @Override
    public void refused(String token) {
      tokens.refused(token);
    }
  }

  /** The user socket may live on without its token, so this one too must tell that it is gone. */
  private record MarketDataAccess(Tokens tokens) implements Link.TokenSource {
    @Override
    public String token() throws LoginException {
      return tokens.forMarketData();
    }

    @Override
    public void refused(String token) {
      tokens.refused(token);
    }
  }

  /** Gives the user socket up; a new one, after the link's back-off, brings a whole snapshot. */
  public void resync(String reason) {
    userLink.reconnect(reason);
  }

  public void start() {
    userLink.start();
    if (priceLink != null) {
      priceLink.start();
    }
    var _ =
        timer.scheduleWithFixedDelay(
            tokens::keepFresh, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /** Follows these types too, over a new socket unless all of them are followed already. */
  public void require(Set<EntityType> types) {
    user.require(types);
  }

  /** For how long nothing at all has come on the user socket, heartbeats included. */
  public Duration silence() {
    return userLink.silence();
  }

  /** Makes the subscriptions of prices be exactly these contracts. */
  public void follow(Set<Long> contracts) {
    prices.follow(contracts);
  }

  /** Reads these over REST; what is found comes as {@link Inbound.Fetched}. */
  public void fetch(Set<Missing> missing) {
    fetcher.fetch(missing, shard::accept);
  }

  /** Asks what the broker reckons the account to be worth; it comes as {@link Inbound.Worth}. */
  public void worth(long account) {
    fetcher.worth(account, netLiq -> shard.accept(new Inbound.Worth(account, netLiq)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    userLink.close();
    if (priceLink != null) {
      priceLink.close();
    }
  }
}
