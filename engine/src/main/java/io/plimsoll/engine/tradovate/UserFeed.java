package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said on the user socket: one sync request, its parts, and then changes. */
final class UserFeed implements Link.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(UserFeed.class);
  private static final Duration AFTER_CAPTCHA = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Allowance allowance;
  private final Oddities oddities;
  private final ScheduledExecutorService timer;
  private final Consumer<String> tap;
  private final Consumer<Inbound> shard;
  private volatile SyncRequest sync;
  private volatile @Nullable Socket current;

  /** Drops the socket for this reason; it is opened anew. */
  private final Consumer<String> reconnect;

  UserFeed(
      SyncRequest sync,
      Allowance allowance,
      Oddities oddities,
      ScheduledExecutorService timer,
      Consumer<String> tap,
      Consumer<Inbound> shard,
      Consumer<String> reconnect) {
    this.sync = sync;
    this.allowance = allowance;
    this.oddities = oddities;
    this.timer = timer;
    this.tap = tap;
    this.shard = shard;
    this.reconnect = reconnect;
  }

  /**
   * Follows these types too. A socket takes one sync request in its life, so a new one is opened,
   * unless all of them are followed already.
   */
  void require(Set<EntityType> types) {
    var now = sync;
    if (!now.types().containsAll(types)) {
      var more = new HashSet<>(now.types());
      more.addAll(types);
      sync = new SyncRequest(more, now.following(), now.shard());
      reconnect.accept("more types are to be followed");
    }
  }

  @Override
  public void up(Socket socket) {
    current = socket;
    var asked = sync;
    shard.accept(new Inbound.Synchronizing(Set.copyOf(asked.types())));
    ask(socket, asked.body());
  }

  /** Now, or as soon as the broker's limits leave room for it; looked at each second. */
  private void ask(Socket socket, String body) {
    var no = allowance.take(SyncRequest.ENDPOINT, Use.SYNC);
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
      case Answer no -> reconnect.accept("sync refused: " + no);
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
    tap.accept(text);
  }

  @Override
  public void down(String reason) {
    // Or a sync that waits would be counted and go to nobody.
    current = null;
    shard.accept(new Inbound.Down(reason));
  }
}
