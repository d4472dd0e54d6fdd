package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Feed;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Tape;
import io.plimsoll.simulator.rest.Desk;
import io.plimsoll.simulator.rest.Maintenance;
import io.plimsoll.simulator.rest.Router;
import io.plimsoll.simulator.rest.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** All open sockets: what happens on the floor is told to each that may see it. */
public final class Sockets implements Feed, Tape {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final Floor floor;
  private final Desk desk;
  private final Router router;
  private final Sessions sessions;
  private final Maintenance maintenance;
  private final Evictions evictions;
  private final SocketRules rules;
  private final Quotes quotes;
  private final Random choice;
  private final History history = new History();
  private long sent;
  private final Runnable onFirstSync;
  private final AtomicReference<@Nullable Instant> firstSync = new AtomicReference<>();
  private final Map<SocketKind, AtomicLong> numbers =
      Map.of(SocketKind.USER, new AtomicLong(), SocketKind.MARKET_DATA, new AtomicLong());
  private final Map<Session, Conversation> open = new ConcurrentHashMap<>();

  public Sockets(
      Floor floor,
      Desk desk,
      Router router,
      Sessions sessions,
      Maintenance maintenance,
      SocketRules rules,
      Runnable onFirstSync) {
    this.floor = floor;
    this.desk = desk;
    this.router = router;
    this.sessions = sessions;
    this.maintenance = maintenance;
    this.evictions = new Evictions(rules.sessions(), sessions);
    this.rules = rules;
    this.quotes = new Quotes(rules.seed());
    this.choice = new Random(rules.seed());
    this.onFirstSync = onFirstSync;
  }

  public void connectedForUserEvents(Session session) {
    connected(session, SocketKind.USER);
  }

  public void connectedForMarketData(Session session) {
    connected(session, SocketKind.MARKET_DATA);
  }

  public void heard(Session session, String text) {
    var conversation = open.get(session);
    if (conversation != null) {
      conversation.hear(text);
    }
  }

  public void gone(Session session) {
    var conversation = open.remove(session);
    if (conversation != null) {
      conversation.line().drop();
    }
  }

  @Override
  public void tell(List<Change> changes) {
    // A token that has ended since the last moment is told nothing more.
    evictions.expire(open.values(), floor.clock().instant());
    var news = changes.stream().map(News::new).toList();
    history.add(news);
    open.values().forEach(conversation -> conversation.tell(news));
  }

  @Override
  public void print(Set<Instrument> moved) {
    var now = floor.clock().instant();
    var news =
        moved.stream()
            .sorted(Comparator.comparingLong(Instrument::contractId))
            .map(
                traded -> Map.entry(traded, quotes.next(traded, floor.market().price(traded), now)))
            .toList();
    for (var conversation : open.values()) {
      var mine =
          news.stream()
              .filter(each -> conversation.quotes(each.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (!mine.isEmpty()) {
        conversation.send(marketData(mine));
      }
    }
  }

  /** A raw frame to every user socket. */
  public void sendRaw(String frame) {
    open.values().stream()
        .filter(each -> each.kind() == SocketKind.USER)
        .forEach(each -> each.line().queue(new Out.Text(frame)));
  }

  /** Tells every socket why, then closes it. For so long nobody is let in again. */
  public void shutdown(String reasonCode, Duration window) {
    maintenance.begin(window);
    open.values().forEach(each -> Evictions.shutDown(each, reasonCode));
  }

  public boolean isClosedToAll() {
    return maintenance.isOn();
  }

  /** Cuts every connection without a word. */
  public void dropAll() {
    open.values().forEach(each -> each.line().drop());
  }

  /** How many frames of answers and events the sockets were given so far. In turn on the floor. */
  public long sent() {
    return sent;
  }

  void countSent() {
    sent++;
  }

  public int count() {
    return open.size();
  }

  void authorized(Conversation newest) {
    LOG.debug("authorized socket={} number={}", newest.kind().word(), newest.number());
    evictions.authorized(open.values());
  }

  /** Does what is due: tokens at their end, and what the script has for this moment. */
  public void moments() {
    floor.act(() -> evictions.expire(open.values(), floor.clock().instant()));
    var start = firstSync.get();
    if (start != null) {
      floor.act(() ->
          rules.plan().due(Duration.between(start, floor.clock().instant())).forEach(this::strike));
    }
  }

  /** How many of the open sockets it strikes. In turn on the floor. */
  public int strike(FaultRule rule) {
    var meant =
        open.values().stream()
            .filter(each -> rule.aim().fits(each.kind()))
            .sorted(
                Comparator.comparing(Conversation::kind).thenComparingLong(Conversation::number))
            .toList();
    var struck =
        rule.aim().one() && !meant.isEmpty()
            ? List.of(meant.get(choice.nextInt(meant.size())))
            : meant;
    if (rule.fault().kind() == WireFault.Kind.SHUTDOWN) {
      maintenance.begin(rule.fault().pause());
    }
    struck.forEach(each -> each.mischief().strike(rule));
    return struck.size();
  }

  /** Takes back what still waits for a frame. */
  public void calm() {
    floor.act(() -> open.values().forEach(each -> each.mischief().calm()));
  }

  String quote(Instrument traded) {
    return marketData(
        List.of(quotes.whole(traded, floor.market().price(traded), floor.clock().instant())));
  }

  void synchronizedOnce() {
    if (firstSync.compareAndSet(null, floor.clock().instant())) {
      onFirstSync.run();
    }
  }

  List<List<News>> history() {
    return history.batches();
  }

  Floor floor() {
    return floor;
  }

  Desk desk() {
    return desk;
  }

  Router router() {
    return router;
  }

  Sessions sessions() {
    return sessions;
  }

  Snapshot snapshot() {
    return new Snapshot(floor.books(), rules.contents(), rules.seed());
  }

  SyncShape sync() {
    return rules.sync();
  }

  private void connected(Session session, SocketKind kind) {
    var line = new Line(session, rules.timing());
    var number = numbers.getOrDefault(kind, new AtomicLong()).incrementAndGet();
    open.put(session, new Conversation(kind, number, line, rules, this));
    line.start();
    evictions.opened(open.values());
  }

  private static String marketData(List<ObjectNode> quotes) {
    return Frames.messages(
        List.of(Frames.event("md", Json.object().set("quotes", Json.array(quotes)))));
  }
}
