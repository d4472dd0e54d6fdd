package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Windows;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * One shard as the engine runs it, with its book, risk, rules, decisions and store, but without
 * sockets, threads and waiting: time is told, events are given, and when a call returns all that
 * follows from it is committed and done. For worked cases.
 *
 * <p>What the engine waits for is passed at once. After each call time runs on in steps of 50 ms
 * for as long as numbers have to settle or a snapshot has to become complete, for {@value
 * #LONGEST_MILLIS} ms at most and never to the next boundary of a plan. So {@link #now()} may be a
 * little ahead of the time that was told; a time told that is not after it moves nothing.
 */
public final class Rehearsal implements AutoCloseable {
  /** A snapshot with gaps is waited for as long as 3 s. */
  static final long LONGEST_MILLIS = 3_500;

  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration FIRST_STRIDE = Duration.ofMillis(250);

  /** Shorter than an action that was postponed stays fit to be sent. */
  private static final Duration LONGEST_STRIDE_WHILE_ACTING = Duration.ofSeconds(20);

  private final Setup setup;
  private final RehearsedBroker broker;
  private final Fed fed = new Fed();
  private final Queue<Event> events = new ArrayDeque<>();
  private final Set<Long> followed = new HashSet<>();
  private final Map<Long, Map<String, Integer>> sent = new HashMap<>();
  private Instant now;
  private Life life;

  /** Whether a snapshot is asked for and not complete. */
  private boolean connecting;

  /**
   * What a rehearsal begins with.
   *
   * @param folder of the store; no other engine may use it
   * @param known accounts of which the store remembers this already
   */
  public record Setup(Path folder, RuleSet rules, List<Plan> plans, List<AccountRecord> known) {
    public Setup {
      plans = List.copyOf(plans);
      known = List.copyOf(known);
    }

    private Setup nothingNew() {
      return new Setup(folder, rules, plans, List.of());
    }
  }

  /**
   * Opens the store. What is fed before {@link #connect()} is what the first snapshot tells.
   *
   * @throws io.plimsoll.engine.store.StoreException when the folder cannot be used
   */
  public Rehearsal(Setup setup, RehearsedBroker broker, Instant start) {
    this.setup = setup.nothingNew();
    this.broker = broker;
    this.now = start;
    this.life = new Life(setup, new Courier(), new Eye(), start);
  }

  /** The sockets open: the whole book comes, and then the prices of what is held. */
  public void connect() {
    connecting = true;
    followed.clear();
    tell(new Inbound.Synchronizing(types()));
    tell(new Inbound.Snapshot(fed.snapshot()));
    tell(new Inbound.PricesUp());
    work();
    settle();
  }

  /** The sockets are lost, this happens meanwhile, and they come again, with the whole book. */
  public void resync(List<Inbound> meanwhile) {
    meanwhile.forEach(fed::keep);
    tell(new Inbound.Down("rehearsed"));
    tell(new Inbound.PricesDown("rehearsed"));
    work();
    connect();
  }

  /** The engine stops, this happens meanwhile, and it begins again on what its store remembers. */
  public void restart(List<Inbound> meanwhile) {
    meanwhile.forEach(fed::keep);
    life.close();
    events.clear();
    life = new Life(setup, new Courier(), new Eye(), now);
    connect();
  }

  /** These arrive now, in this order. */
  public void feed(List<Inbound> inbound) {
    inbound.forEach(fed::keep);
    inbound.forEach(this::tell);
    work();
    tick();
    settle();
  }

  /** Time goes on to then, and each boundary of a plan up to then fires on the way, in order. */
  public void at(Instant time) {
    at(time, List.of());
  }

  /** As {@link #at(Instant)}, and at that instant these arrive before its boundary fires. */
  public void at(Instant time, List<Inbound> arriving) {
    if (!time.isAfter(now)) {
      feed(arriving);
      return;
    }
    for (var next = life.nextBoundary(now); next.isBefore(time); next = life.nextBoundary(now)) {
      runTo(next);
      tick();
      settle();
    }
    runTo(time);
    feed(arriving);
  }

  /** Time goes on to then, and the resets and closes on the way have no effect. */
  public void passOver(Instant time) {
    now = time.isAfter(now) ? time : now;
    life.passOver(now);
  }

  /** A person orders something; what follows is done when the call returns. */
  public Command.Answer order(Command command) {
    var answers = new ArrayList<Command.Answer>();
    events.add(new Event.Ordered(command, answers::add));
    work();
    tick();
    settle();
    return answers.getFirst();
  }

  /** The account made these profits on the days before, oldest first. */
  public void earned(long account, List<Money> profits) {
    life.earned(account, profits, now);
    tick();
  }

  public Instant now() {
    return now;
  }

  /** Empty for an account that was not fed, or not judged yet. */
  public Optional<Rehearsed> account(long id) {
    return life.show(id, sent.getOrDefault(id, Map.of()));
  }

  @Override
  public void close() {
    life.close();
  }

  private Set<EntityType> types() {
    return Station.types(setup.rules());
  }

  private void tell(Inbound inbound) {
    events.add(new Event.Fed(inbound));
  }

  private void work() {
    for (var event = events.poll(); event != null; event = events.poll()) {
      life.handle(event, now);
    }
  }

  private void tick() {
    life.tick(now);
    work();
    connecting &= !life.isLive();
  }

  /** Ticks ever further apart, the last of them before then. */
  private void runTo(Instant time) {
    var from = now;
    for (var next = now.plus(stride(from)); next.isBefore(time); next = now.plus(stride(from))) {
      now = next;
      tick();
    }
    now = time;
  }

  private Duration stride(Instant from) {
    var tenth = Duration.between(from, now).dividedBy(10);
    var stride = tenth.compareTo(FIRST_STRIDE) > 0 ? tenth : FIRST_STRIDE;
    return life.isActing() && stride.compareTo(LONGEST_STRIDE_WHILE_ACTING) > 0
        ? LONGEST_STRIDE_WHILE_ACTING
        : stride;
  }

  private void settle() {
    var boundary = life.nextBoundary(now).minusMillis(1);
    var longest = now.plusMillis(LONGEST_MILLIS);
    var end = boundary.isBefore(longest) ? boundary : longest;
    while (now.isBefore(end) && (connecting || life.settlesBy(end))) {
      var next = now.plus(TICK);
      now = next.isBefore(end) ? next : end;
      tick();
    }
  }

  /** Carries an action out at once; what follows from it is told after it. */
  private final class Courier implements ActionDesk.Courier {
    @Override
    public void committed(Action action) {
      events.add(new Event.Committed(action.accountId(), action.key()));
    }

    @Override
    public void ended(String actionKey) {
      // Nothing is on its way any longer than a call lasts.
    }

    @Override
    public void send(Action action, AccountView view) {
      count(action);
      var reply = broker.carryOut(action, view, now);
      events.add(new Event.Answered(action.accountId(), action.key(), reply.answer()));
      reply.follows().forEach(fed::keep);
      reply.follows().forEach(Rehearsal.this::tell);
    }
  }

  /** Closing what is open at a time when nothing may be is one action, its own Normal included. */
  private void count(Action action) {
    boolean flattens = Windows.isOne(action.limit());
    if (!flattens || action.kind() != ActionKind.UNLOCK) {
      sent.computeIfAbsent(action.accountId(), first -> new TreeMap<>())
          .merge(flattens ? "flatten" : action.kind().word(), 1, Integer::sum);
    }
  }

  /** Reads and subscriptions bring what was fed. */
  private final class Eye implements Desk.Eye {
    @Override
    public void follow(Set<Long> contracts) {
      var fresh = new HashSet<>(contracts);
      fresh.removeAll(followed);
      followed.clear();
      followed.addAll(contracts);
      if (!fresh.isEmpty()) {
        tell(new Inbound.Quotes(fed.prices(fresh)));
      }
    }

    @Override
    public void fetch(Set<Missing> missing) {
      tell(new Inbound.Fetched(missing, fed.find(missing), Set.of()));
    }

    @Override
    public void worth(long account) {
      // The broker of a rehearsal does not reckon what an account is worth.
    }

    @Override
    public void require(Set<EntityType> types) {
      // The rules stay, and with them the types.
    }

    @Override
    public void resync(String reason) {
      // The call that failed throws.
    }
  }
}
