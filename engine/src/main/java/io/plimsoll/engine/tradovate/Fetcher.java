package io.plimsoll.engine.tradovate;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
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
import tools.jackson.databind.JsonNode;

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

  /** An address has room for no more. */
  private static final int MOST_IDS = 100;

  private static final Set<EntityType> REFERENCE =
      EnumSet.of(
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY);

  private final Rest rest;
  private final Tokens tokens;
  private final Oddities oddities;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AsyncCache<Missing, Optional<Entity>> references;

  public Fetcher(Rest rest, Tokens tokens, Oddities oddities) {
    this.rest = rest;
    this.tokens = tokens;
    this.oddities = oddities;
    this.references =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .executor(threads)
            .expireAfter(
                Expiry.<Missing, Optional<Entity>>creating(
                    (missing, found) -> found.isPresent() ? KEPT : NOT_FOUND))
            .buildAsync();
  }

  /** Tells what was found, once, when all is read; nothing is told when nothing was found. */
  public void fetch(Set<Missing> missing, Consumer<List<EntityChange.Upsert>> found) {
    var reads = new ArrayList<CompletableFuture<? extends Collection<Entity>>>();
    var ofAccounts = new EnumMap<EntityType, Set<Long>>(EntityType.class);
    for (var one : missing) {
      if (REFERENCE.contains(one.type())) {
        reads.add(reference(one).thenApply(entity -> entity.map(List::of).orElseGet(List::of)));
      } else {
        ofAccounts.computeIfAbsent(one.type(), type -> new TreeSet<>()).add(one.id());
      }
    }
    ofAccounts.forEach((type, ids) ->
        chunks(ids)
            .forEach(chunk ->
                reads.add(CompletableFuture.supplyAsync(() -> ofAccounts(type, chunk), threads))));
    var _ =
        CompletableFuture.allOf(reads.toArray(CompletableFuture<?>[]::new))
            .thenRun(() -> {
              var entities =
                  reads.stream()
                      .flatMap(read -> read.join().stream())
                      .map(EntityChange.Upsert::new)
                      .toList();
              if (!entities.isEmpty()) {
                found.accept(entities);
              }
            });
  }

  private CompletableFuture<Optional<Entity>> reference(Missing missing) {
    return references.get(
        missing,
        (wanted, threads) ->
            CompletableFuture.supplyAsync(
                () ->
                    read(wanted.type(), "item?id=" + wanted.id()).stream()
                        .filter(entity -> entity.id() == wanted.id())
                        .findFirst(),
                threads));
  }

  /** An account by its id, anything else by the id of its account. */
  private List<Entity> ofAccounts(EntityType type, Collection<Long> accounts) {
    var ids = accounts.stream().map(String::valueOf).collect(Collectors.joining(","));
    return read(type, (type == EntityType.ACCOUNT ? "items?ids=" : "ldeps?masterids=") + ids);
  }

  private List<Entity> read(EntityType type, String query) {
    var endpoint = type.wireName() + "/" + query;
    try {
      var answer = rest.get(endpoint, tokens.current());
      if (answer instanceof Answer.Ok(var body)) {
        return entities(type, body);
      }
      unread(endpoint, answer.toString());
    } catch (LoginException refused) {
      unread(endpoint, String.valueOf(refused.getMessage()));
    }
    return List.of();
  }

  private List<Entity> entities(EntityType type, JsonNode body) {
    var found = new ArrayList<Entity>();
    var odd = new ArrayList<Message>();
    for (var node : body.isArray() ? body : List.of(body)) {
      if (FrameReader.change(type.wireName(), false, node, odd)
          instanceof EntityChange.Upsert(var entity)) {
        found.add(entity);
      }
    }
    for (var message : odd) {
      if (message instanceof Message.Odd(var kind, var text)) {
        oddities.saw(kind, text);
      }
    }
    return found;
  }

  private static void unread(String endpoint, String why) {
    LOG.atWarn()
        .setMessage("not read over REST; asked for again later")
        .addKeyValue("endpoint", endpoint)
        .addKeyValue("answer", why)
        .log();
  }

  private static List<List<Long>> chunks(Collection<Long> ids) {
    var all = List.copyOf(ids);
    var chunks = new ArrayList<List<Long>>();
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      chunks.add(all.subList(from, Math.min(from + MOST_IDS, all.size())));
    }
    return chunks;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
