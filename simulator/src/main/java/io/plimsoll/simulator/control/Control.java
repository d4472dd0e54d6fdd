package io.plimsoll.simulator.control;

import io.plimsoll.simulator.fault.Aim;
import io.plimsoll.simulator.fault.FaultRule;
import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.fault.Plan;
import io.plimsoll.simulator.fault.RuleReader;
import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.fault.When;
import io.plimsoll.simulator.fault.WireFault;
import io.plimsoll.simulator.ledger.Alerts;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Ticket;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.rest.Fault;
import io.plimsoll.simulator.rest.Faults;
import io.plimsoll.simulator.rest.RequestLog;
import io.plimsoll.simulator.rest.Sessions;
import io.plimsoll.simulator.scenario.Stage;
import io.plimsoll.simulator.wire.Sockets;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations from outside the protocol. */
public final class Control {
  private final Floor floor;
  private final Stage stage;
  private final Sockets sockets;
  private final Sessions sessions;
  private final Faults faults;
  private final Plan plan;
  private final Injections injections;
  private final RequestLog requests;

  public Control(
      Floor floor,
      Stage stage,
      Sockets sockets,
      Sessions sessions,
      Faults faults,
      Plan plan,
      Injections injections,
      RequestLog requests) {
    this.floor = floor;
    this.stage = stage;
    this.sockets = sockets;
    this.sessions = sessions;
    this.faults = faults;
    this.plan = plan;
    this.injections = injections;
    this.requests = requests;
  }

  /** In turn: a request whose effect was already told is among them. */
  public List<RequestLog.Entry> requests() {
    return floor.turn(requests::entries);
  }

  public List<RequestLog.Entry> requests(String endpoint) {
    return floor.turn(() -> requests.entries(endpoint));
  }

  public AccountView account(long id) {
    return floor.turn(() -> AccountView.of(floor, id));
  }

  public void setPrice(String symbol, BigDecimal price) {
    stage.setByHand(traded(symbol), price);
  }

  public BigDecimal price(String symbol) {
    return floor.turn(() -> floor.market().price(traded(symbol)));
  }

  /** The balance becomes this amount, the difference being realized profit. */
  public void setCash(long account, BigDecimal amount) {
    known(
        account,
        () -> {
          floor.setCash(account, amount);
          return true;
        });
  }

  /** Every entity of a type as the broker holds it now, by id. They are not to be changed. */
  public List<Entity> all(String entityType) {
    return floor.turn(() ->
        List.copyOf(
            floor
                .books()
                .typeNamed(entityType)
                .map(floor.books()::all)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "Type (%s) is not known; take one of %s."
                            .formatted(
                                entityType,
                                floor.books().types().stream()
                                    .map(EntityType::name)
                                    .collect(Collectors.joining(", ")))))));
  }

  /** A new trading day for every account, whatever the clock says. */
  public void newSession() {
    floor.newSession();
  }

  /** A signal to the broker's administrators; answers its id. */
  public long raiseAlert(long account, String text) {
    return floor.turn(() -> floor.alerts().raise(Alerts.AUTO_LIQ, account, text).id());
  }

  /** As a trader of the account would order; restrictions hold. */
  public Outcome order(Ticket ticket) {
    return floor.turn(() -> floor.orders().place(ticket));
  }

  /** As a person at the broker would set it; empty takes it away. */
  public void administer(long account, Optional<String> adminAction) {
    known(account, () -> floor.administer(account, adminAction));
  }

  public void openAccount(Opening opening) {
    var _ = floor.open(opening);
  }

  /** Sends the entity as props, whatever is in it, and keeps it. */
  public void sendEntity(String entityType, Change.Kind kind, ObjectNode fields) {
    floor.write(kind, new Entity(new EntityType(entityType), fields.path("id").asLong(0), fields));
  }

  public void sendFrame(String text) {
    floor.act(() -> sockets.sendRaw(text));
  }

  public void dropSockets() {
    sockets.dropAll();
  }

  public int openSockets() {
    return sockets.count();
  }

  public void shutdownSockets(String reasonCode) {
    shutdownSockets(reasonCode, Duration.ZERO);
  }

  /** Within the window, by the broker's clock, calls and new sockets are answered with 503. */
  public void shutdownSockets(String reasonCode, Duration window) {
    floor.act(() -> sockets.shutdown(reasonCode, window));
  }

  /** Every token issued so far is over now, whatever its end was said to be. */
  public void expireTokens() {
    sessions.expireAll();
  }

  /** An entry of a script: for calls when it names an endpoint, else for sockets. */
  int fault(JsonNode entry) {
    if (entry.has("endpoint")) {
      faults.add(entry);
      return 0;
    }
    return fault(RuleReader.read(entry));
  }

  /** The next calls of the endpoint, on whichever transport, go wrong so often. */
  public void fault(String endpoint, Fault fault, int times) {
    faults.add(endpoint, fault, times);
  }

  /**
   * At once, on every open socket: to the socket itself, or to the next frame it fits. Answers how
   * many sockets it was done to.
   */
  public int fault(WireFault fault) {
    return fault(FaultRule.now(fault));
  }

  /** The same on the sockets and frames aimed at. */
  public int fault(WireFault fault, Aim aim) {
    return fault(FaultRule.now(fault, aim));
  }

  /** Now, or from now on as the rule has it; then nothing is struck yet and the answer is 0. */
  public int fault(FaultRule rule) {
    return switch (rule.when()) {
      case When.Now _ -> floor.turn(() -> sockets.strike(rule));
      case When.At _, When.Every _, When.Rate _ -> {
        plan.add(new Script(List.of(rule), List.of(), Optional.empty()));
        yield 0;
      }
    };
  }

  /** All that were done so far, on sockets and to calls. */
  public Injections injections() {
    return injections;
  }

  /** Nothing more goes wrong on purpose; what was done stays done. */
  public void clearFaults() {
    faults.clear();
    plan.clear();
    sockets.calm();
  }

  public void tick() {
    stage.tick();
  }

  /** Nothing happens by itself any more, so that books can be compared with {@link #all}. */
  public void freeze() {
    stage.stop();
  }

  private Instrument traded(String symbol) {
    return floor
        .market()
        .named(symbol)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Contract (%s) is not traded here; take one of ESZ6, NQZ6, MESZ6, MNQZ6."
                    .formatted(symbol)));
  }

  private <T> void known(long account, Supplier<T> action) {
    floor.act(() -> {
      if (floor.books().find(EntityType.ACCOUNT, account).isEmpty()) {
        throw new IllegalArgumentException("Account %d is not known.".formatted(account));
      }
      var _ = action.get();
    });
  }
}
