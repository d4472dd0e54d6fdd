package io.plimsoll.engine.tradovate;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads over REST what the stream did not bring. Reference entities hardly change, so they are kept
 * for all shards; what could not be read is asked for again after a minute at the earliest. Safe
 * for use by many threads.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
  private static final Duration KEPT = Duration.ofHours(12);
  private static final Duration NOT_FOUND = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 50_000;
  private static final Duration RATES_KEPT = Duration.ofMinutes(15);

  private static final Set<EntityType> REFERENCE =
      EnumSet.of(
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY,
          EntityType.CURRENCY_RATE);

  private final Reads reads;
  private final Oddities oddities;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AsyncCache<Missing, Optional<Entity>> references;

  public Fetcher(Reads reads, Oddities oddities) {
    this.reads = reads;
    this.oddities = oddities;
    this.references =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .executor(threads)
            .expireAfter(
                Expiry.<Missing, Optional<Entity>>creating(
                    (missing, found) -> found.isPresent() ? kept(missing.type()) : NOT_FOUND))
            .buildAsync();
  }

  private static Duration kept(EntityType type) {
    return type == EntityType.CURRENCY_RATE ? RATES_KEPT : KEPT;
  }

  /** Tells what was found, once, when all is read; be it nothing. */
  public void fetch(Set<Missing> missing, Consumer<Inbound.Fetched> found) {
    var answers = new ArrayList<CompletableFuture<Part>>();
    var ofAccounts = new EnumMap<EntityType, Set<Long>>(EntityType.class);
    for (var one : missing) {
      if (REFERENCE.contains(one.type())) {
        answers.add(
            reference(one).thenApply(entity -> new Part(entity.stream().toList(), Set.of())));
      } else {
        ofAccounts.computeIfAbsent(one.type(), type -> new TreeSet<>()).add(one.id());
      }
    }
    ofAccounts.forEach((type, ids) ->
        answers.add(CompletableFuture.supplyAsync(() -> ofAccounts(type, ids), threads)));
    var _ =
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
            .thenApply(all -> together(missing, answers))
            .exceptionally(bug -> {
              LOG.atError().setMessage("reading over REST failed").setCause(bug).log();
              return new Inbound.Fetched(missing, List.of(), missing);
            })
            .thenAccept(found);
  }

  /** What became of one of the reads. */
  private record Part(List<Entity> entities, Set<Missing> unread) {}

  private static Inbound.Fetched together(
      Set<Missing> asked, List<CompletableFuture<Part>> answers) {
    var parts = answers.stream().map(CompletableFuture::join).toList();
    return new Inbound.Fetched(
        asked,
        parts.stream()
            .flatMap(part -> part.entities().stream())
            .map(EntityChange.Upsert::new)
            .toList(),
        parts.stream()
            .flatMap(part -> part.unread().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private CompletableFuture<Optional<Entity>> reference(Missing missing) {
    return references.get(
        missing,
        (wanted, threads) ->
            CompletableFuture.supplyAsync(
                () ->
                    found(wanted.type(), reads.item(wanted.type(), wanted.id())).stream()
                        .findFirst(),
                threads));
  }

  private Part ofAccounts(EntityType type, Collection<Long> accounts) {
    var read = read(type, accounts);
    return new Part(
        found(type, read),
        unread(type, read, accounts).stream()
            .map(id -> new Missing(type, id))
            .collect(Collectors.toSet()));
  }

  private static Collection<Long> unread(
      EntityType type, Read<Entity> read, Collection<Long> accounts) {
    // Of what is refused nobody may think that there is none, where accounts are judged by it.
    boolean mustBeKnown =
        type == EntityType.CASH_BALANCE_LOG || Standing.class.isAssignableFrom(type.type());
    return switch (read) {
      case Read.Later<Entity> _ -> accounts;
      case Read.Absent<Entity> _, Read.Refused<Entity> _ -> mustBeKnown ? accounts : Set.of();
      case Read.Found<Entity>(var _, var _, var bad) -> {
        var of = bad.stream().map(EntityChange.Unreadable::account).toList();
        yield accounts.stream().filter(id -> of.contains(id) || of.contains(null)).toList();
      }
    };
  }

  /** An account by its id, nearly everything else by the id of its account. */
  private Read<Entity> read(EntityType type, Collection<Long> accounts) {
    if (type == EntityType.ACCOUNT) {
      return reads.items(type, accounts);
    }
    if (type == EntityType.ADMIN_ALERT_SIGNAL) {
      return reads.list(type);
    }
    if (type == EntityType.USER_ACCOUNT_RISK_PARAMETER) {
      var limits = reads.ldeps(EntityType.USER_ACCOUNT_POSITION_LIMIT, accounts);
      if (!(limits instanceof Read.Found<Entity>(var entities, var _, var _))
          || entities.isEmpty()) {
        return limits;
      }
      return reads.ldeps(type, entities.stream().map(Entity::id).toList());
    }
    return reads.ldeps(type, accounts);
  }

  /** Asks for what the broker reckons the account to be worth; tells nothing where it says none. */
  public void worth(long account, Consumer<BigDecimal> equity) {
    threads.execute(() ->
        found("cashBalanceSnapshot", reads.cashBalanceSnapshot(account))
            .forEach(snapshot -> equity.accept(snapshot.netLiq())));
  }

  private List<Entity> found(EntityType type, Read<Entity> read) {
    return found(type.wireName(), read);
  }

  private <T> List<T> found(String what, Read<T> read) {
    return switch (read) {
      case Read.Found<T>(var entities, var odd, var _) -> {
        odd.forEach(one -> oddities.saw(one.kind(), one.text()));
        yield entities;
      }
      case Read.Absent<T>(var reason) -> unread(what, reason);
      case Read.Refused<T>(var reason) -> unread(what, reason);
      case Read.Later<T>(var reason, var after) -> unread(what, reason);
    };
  }

  private static <T> List<T> unread(String what, String reason) {
    LOG.atWarn()
        .setMessage("not read over REST; asked for again later")
        .addKeyValue("what", what)
        .addKeyValue("reason", reason)
        .log();
    return List.of();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
