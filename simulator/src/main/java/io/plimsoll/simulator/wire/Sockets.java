package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Feed;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Tape;
import io.plimsoll.simulator.rest.Desk;
import io.plimsoll.simulator.rest.Router;
import io.plimsoll.simulator.rest.Tokens;
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
import tools.jackson.databind.node.ObjectNode;

/** All open sockets: what happens on the floor is told to each that may see it. */
public final class Sockets implements Feed, Tape {
  private final Floor floor;
  private final Desk desk;
  private final Router router;
  private final Tokens tokens;
  private final SocketRules rules;
  private final Quotes quotes;
  private final Random choice;
  private final History history = new History();
  private final Runnable onFirstSync;
  private final AtomicReference<@Nullable Instant> firstSync = new AtomicReference<>();
  private final Map<SocketKind, AtomicLong> numbers =
      Map.of(SocketKind.USER, new AtomicLong(), SocketKind.MARKET_DATA, new AtomicLong());
  private final Map<Session, Conversation> open = new ConcurrentHashMap<>();

  public Sockets(
      Floor floor,
      Desk desk,
      Router router,
      Tokens tokens,
      SocketRules rules,
      Runnable onFirstSync) {
    this.floor = floor;
    this.desk = desk;
    this.router = router;
    this.tokens = tokens;
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
    history.add(changes);
    open.values().forEach(conversation -> conversation.tell(changes));
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

  /** Tells every socket why, then closes it. */
  public void shutdown(String reasonCode) {
    var event =
        Frames.messages(
            List.of(Frames.event("shutdown", Json.object().put("reasonCode", reasonCode))));
    open.values()
        .forEach(each -> {
          each.line().queue(new Out.Text(event));
          each.line().hangUp(reasonCode);
        });
  }

  /** Cuts every connection without a word. */
  public void dropAll() {
    open.values().forEach(each -> each.line().drop());
  }

  public int count() {
    return open.size();
  }

  /** Does what the script has for this moment. */
  public void moments() {
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

  List<List<Change>> history() {
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

  Tokens tokens() {
    return tokens;
  }

  SyncShape sync() {
    return rules.sync();
  }

  private void connected(Session session, SocketKind kind) {
    var line = new Line(session, rules.timing());
    var number = numbers.getOrDefault(kind, new AtomicLong()).incrementAndGet();
    open.put(session, new Conversation(kind, number, line, rules, this));
    line.start();
  }

  private static String marketData(List<ObjectNode> quotes) {
    return Frames.messages(
        List.of(Frames.event("md", Json.object().set("quotes", Json.array(quotes)))));
  }
}
