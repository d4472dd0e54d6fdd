package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.fault.SocketKind;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.rest.Answer;
import io.plimsoll.simulator.rest.Call;
import io.plimsoll.simulator.rest.Reply;
import io.plimsoll.simulator.rest.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/**
 * What is said on one socket: authorize first, then calls; on the user socket one sync request, on
 * the market-data socket quote subscriptions.
 */
final class Conversation {
  private final SocketKind kind;
  private final long number;
  private final Line line;
  private final Mischief mischief;
  private final Sockets sockets;
  private final long opened = System.nanoTime();
  private final Updates updates;
  private final QuoteList quotes;
  private volatile @Nullable String token;

  Conversation(SocketKind kind, long number, Line line, SocketRules rules, Sockets sockets) {
    this.kind = kind;
    this.number = number;
    this.line = line;
    this.mischief = new Mischief(kind, number, rules, line, this::replay);
    this.sockets = sockets;
    this.updates = new Updates(sockets.floor().books(), rules.sync());
    this.quotes = new QuoteList(sockets.floor().market());
  }

  SocketKind kind() {
    return kind;
  }

  /** Among the sockets of its kind, in the order of connecting. */
  long number() {
    return number;
  }

  /** By the clock of {@link System#nanoTime()}. */
  long opened() {
    return opened;
  }

  Line line() {
    return line;
  }

  Mischief mischief() {
    return mischief;
  }

  /** Empty until it is authorized. */
  Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** In turn on the floor, like everything that is sent. */
  void send(String frame) {
    sockets.countSent();
    mischief.send(frame);
  }

  void hear(String text) {
    if (line.heardFromClient() && !text.equals("[]")) {
      RequestFrame.parse(text).ifPresentOrElse(this::take, this::refuse);
    }
  }

  void tell(List<News> news) {
    updates.frame(news).ifPresent(this::send);
  }

  private void replay() {
    sockets
        .history()
        .forEach(batch -> updates.frame(batch).ifPresent(text -> line.queue(new Out.Text(text))));
  }

  private void refuse() {
    var answer = new Answer.Failed(400, "A request has four lines: endpoint, id, query, body");
    sockets.floor().act(() -> send(Frames.responses(0, answer).getFirst().get()));
  }

  boolean quotes(Instrument traded) {
    return quotes.has(traded);
  }

  private void take(RequestFrame frame) {
    var endpoint = frame.endpoint().toLowerCase(Locale.ROOT);
    if (endpoint.equals("authorize")) {
      var call =
          new Call(
              Call.Transport.socket,
              frame.endpoint(),
              frame.query(),
              Json.object().put("token", ""),
              frame.token(),
              sockets.sessions().standing(frame.token()));
      sockets.desk().serve(call, () -> authorize(call), reply(frame));
      return;
    }
    var body = frame.json();
    var call =
        new Call(
            Call.Transport.socket,
            frame.endpoint(),
            frame.query(),
            body.orElse(MissingNode.getInstance()),
            token,
            standing());
    sockets
        .desk()
        .serve(
            call,
            () -> body.isEmpty() ? new Answer.Failed(400, "The body is not JSON") : answer(call),
            reply(frame));
  }

  private Answer answer(Call call) {
    var refusal = call.standing().refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (kind) {
      case USER ->
          call.path().equals("user/syncrequest") ? synchronize(call) : sockets.router().route(call);
      case MARKET_DATA ->
          switch (call.path()) {
            case "md/subscribequote" -> quotes.subscribe(call);
            case "md/unsubscribequote" -> quotes.unsubscribe(call);
            default -> sockets.router().route(call);
          };
    };
  }

  private Answer authorize(Call call) {
    if (call.standing() == Standing.UNKNOWN) {
      return new Answer.Failed(401, "Invalid access token");
    }
    var refusal = call.standing().refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    token = call.token();
    line.authorized();
    sockets.authorized(this);
    return new Answer.Ok(MissingNode.getInstance());
  }

  /** A socket outlives its token, as the vendor has it; not its session. */
  private Standing standing() {
    var standing = sockets.sessions().standing(token);
    return standing == Standing.EXPIRED ? Standing.GOOD : standing;
  }

  private Answer synchronize(Call call) {
    var answer = updates.synchronize(call, sockets.snapshot(), this::tell);
    if (answer instanceof Answer.Parts) {
      sockets.synchronizedOnce();
    }
    return answer;
  }

  /** Events find their way between two of them. */
  private void sendOneByOne(List<Supplier<String>> messages) {
    var shape = sockets.sync();
    var waits = shape.propsFirst();
    if (!waits) {
      send(messages.getFirst().get());
    }
    var rest = waits ? messages : messages.subList(1, messages.size());
    var _ =
        Thread.ofVirtual()
            .name("sync")
            .start(() -> {
              for (var message : rest) {
                LockSupport.parkNanos(shape.pause().toNanos());
                sockets.floor().act(() -> send(message.get()));
              }
            });
  }

  private Reply reply(RequestFrame frame) {
    return new Reply() {
      @Override
      public void answer(Answer answer) {
        var messages = Frames.responses(frame.id(), answer);
        if (answer instanceof Answer.Parts && sockets.sync().pause().isPositive()) {
          sendOneByOne(messages);
        } else {
          messages.forEach(message -> send(message.get()));
        }
        quotes.takeOwed().forEach(traded -> send(sockets.quote(traded)));
      }

      @Override
      public void lose() {
        line.drop();
      }
    };
  }
}
