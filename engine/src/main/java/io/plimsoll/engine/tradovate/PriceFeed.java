package io.plimsoll.engine.tradovate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said on the market-data socket: subscriptions of contracts, and their quotes. */
final class PriceFeed implements Link.Listener {
  private final Allowance allowance;
  private final Oddities oddities;
  private final Consumer<String> tap;
  private final Consumer<Inbound> shard;
  private final Set<Long> subscribed = new HashSet<>();

  /** Contracts by the request that subscribes them, until it is answered. */
  private final Map<Long, Long> asked = new HashMap<>();

  private @Nullable Socket current;

  PriceFeed(Allowance allowance, Oddities oddities, Consumer<String> tap, Consumer<Inbound> shard) {
    this.allowance = allowance;
    this.oddities = oddities;
    this.tap = tap;
    this.shard = shard;
  }

  /** Makes the subscriptions be exactly these contracts. */
  synchronized void follow(Set<Long> contracts) {
    var socket = current;
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

  private static String symbol(long contract) {
    return "{\"symbol\":%d}".formatted(contract);
  }

  private synchronized void at(@Nullable Socket socket) {
    current = socket;
    subscribed.clear();
    asked.clear();
  }

  @Override
  public void up(Socket socket) {
    at(socket);
    shard.accept(new Inbound.PricesUp());
  }

  @Override
  public void message(Message message) {
    switch (message) {
      case Message.MarketData(var quotes) -> shard.accept(new Inbound.Quotes(quotes));
      case Message.Response(var id, var status, var body) -> {
        allowance.heard("md/subscribequote", AnswerReader.response(status, body));
        answered(id, status, body);
      }
      case Message.Odd(var kind, var text) -> oddities.saw(kind, text);
      case Message.Props props -> oddities.saw("event:props-on-price-socket", "");
      case Message.Shutdown shutdown -> {}
    }
  }

  /**
   * What is not taken is asked for again the next time the contracts are told. Only a clear no says
   * that no price can come; what has to wait, or went wrong on the way, says nothing.
   */
  private synchronized void answered(long request, int status, JsonNode body) {
    var contract = asked.remove(request);
    // Success may come without a body.
    if (contract == null || (status == 200 && !body.isContainer())) {
      return;
    }
    switch (AnswerReader.response(status, body)) {
      case Answer.Ok _ -> {}
      case Answer.Refused _, Answer.Unauthorized _ -> {
        notTaken(contract, status, body);
        shard.accept(new Inbound.Unquoted(contract));
      }
      case Answer.Penalty _,
          Answer.Limited _,
          Answer.NotSent _,
          Answer.Unreachable _,
          Answer.Unclear _ ->
          notTaken(contract, status, body);
    }
  }

  private void notTaken(long contract, int status, JsonNode body) {
    oddities.saw("subscription-refused:" + status, body.toString());
    subscribed.remove(contract);
  }

  @Override
  public void frame(String text) {
    tap.accept(text);
  }

  @Override
  public void down(String reason) {
    at(null);
    shard.accept(new Inbound.PricesDown(reason));
  }
}
