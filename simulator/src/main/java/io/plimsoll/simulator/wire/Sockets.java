package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Feed;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Tape;
import io.plimsoll.simulator.rest.Desk;
import io.plimsoll.simulator.rest.Router;
import io.plimsoll.simulator.rest.Tokens;
import io.plimsoll.simulator.wire.Conversation.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.node.ObjectNode;

/** All open sockets: what happens on the floor is told to each that may see it. */
public final class Sockets implements Feed, Tape {
  private final Floor floor;
  private final Desk desk;
  private final Router router;
  private final Tokens tokens;
  private final Timing timing;
  private final SyncShape sync;
  private final Quotes quotes;
  private final Runnable onFirstSync;
  private final AtomicBoolean synchronizedOnce = new AtomicBoolean();
  private final Map<Session, Conversation> open = new ConcurrentHashMap<>();

  public Sockets(
      Floor floor,
      Desk desk,
      Router router,
      Tokens tokens,
      Timing timing,
      SyncShape sync,
      long seed,
      Runnable onFirstSync) {
    this.floor = floor;
    this.desk = desk;
    this.router = router;
    this.tokens = tokens;
    this.timing = timing;
    this.sync = sync;
    this.quotes = new Quotes(seed);
    this.onFirstSync = onFirstSync;
  }

  public void connectedForUserEvents(Session session) {
    connected(session, Kind.USER);
  }

  public void connectedForMarketData(Session session) {
    connected(session, Kind.MARKET_DATA);
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
        conversation.line().send(marketData(mine));
      }
    }
  }

  /** A raw frame to every user socket. */
  public void sendRaw(String frame) {
    open.values().stream()
        .filter(each -> each.kind() == Kind.USER)
        .forEach(each -> each.line().send(frame));
  }

  /** Tells every socket why, then closes it. */
  public void shutdown(String reasonCode) {
    var event =
        Frames.messages(
            List.of(Frames.event("shutdown", Json.object().put("reasonCode", reasonCode))));
    open.values()
        .forEach(each -> {
          each.line().send(event);
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

  String quote(Instrument traded) {
    return marketData(
        List.of(quotes.whole(traded, floor.market().price(traded), floor.clock().instant())));
  }

  void synchronizedOnce() {
    if (synchronizedOnce.compareAndSet(false, true)) {
      onFirstSync.run();
    }
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
    return sync;
  }

  private void connected(Session session, Kind kind) {
    var line = new Line(session, timing);
    open.put(session, new Conversation(kind, line, this));
    line.start();
  }

  private static String marketData(List<ObjectNode> quotes) {
    return Frames.messages(
        List.of(Frames.event("md", Json.object().set("quotes", Json.array(quotes)))));
  }
}
