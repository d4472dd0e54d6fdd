package io.plimsoll.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Frames as the simulated broker sends them, in the fields and the mix of a trading day: four of
 * ten are quotes, the others changes of single accounts. What the same seed gives is the same, and
 * the numbers move as an account's do, because how well frames are compressed depends on it.
 */
final class SeededFrames {
  private static final long[] CONTRACTS = {3445601, 3445602, 3445603, 3445604};
  private static final long TICK = 25;
  private static final Instant OPENED = Instant.parse("2026-10-22T12:35:37.805Z");

  private final Random random;
  private final long microsApart;
  private final Account[] accounts;
  private final long[] prices = {598_375, 2_156_075, 598_350, 2_156_100};
  private long micros =
      ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-11-21T14:30:00Z"));

  /** What moves of one account; amounts in cents. */
  private static final class Account {
    final long id;
    final long opened;
    long amount = 5_000_000;
    long realized;
    long peak = 5_000_000;
    int netPos;
    int bought;
    int sold;

    Account(long id) {
      this.id = id;
      this.opened = OPENED.toEpochMilli() + id * 17;
    }
  }

  /** A frame and its socket. */
  record Sent(boolean isPrice, String text) {}

  /**
   * @param rate frames a second, by the times that stand in them
   */
  SeededFrames(long seed, int accounts, long rate) {
    this.random = new Random(seed);
    this.microsApart = 1_000_000 / rate;
    this.accounts = new Account[accounts];
    for (int i = 0; i < accounts; i++) {
      this.accounts[i] = new Account(1001 + i);
    }
  }

  Sent next() {
    micros += 1 + random.nextLong(2 * microsApart);
    int kind = random.nextInt(100);
    if (kind < 40) {
      return new Sent(true, "a[{\"e\":\"md\",\"d\":{\"quotes\":[%s]}}]".formatted(quotes()));
    }
    if (kind < 95) {
      return new Sent(false, "a[%s]".formatted(change(kind, any())));
    }
    return new Sent(
        false, "a[%s]".formatted(several(2 + random.nextInt(5), _ -> change(94, any()))));
  }

  private String change(int kind, Account account) {
    if (kind < 60) {
      return props("position", position(account));
    }
    if (kind < 75) {
      return props("cashBalance", cash(account));
    }
    return kind < 90
        ? props("marginSnapshot", margin(account))
        : props("accountRiskStatus", risk(account));
  }

  private Account any() {
    return accounts[random.nextInt(accounts.length)];
  }

  private static String several(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
  }

  private static String props(String type, String entity) {
    return "{\"e\":\"props\",\"d\":{\"entityType\":\"%s\",\"eventType\":\"Updated\",\"entity\":%s}}"
        .formatted(type, entity);
  }

  private String quotes() {
    int first = random.nextInt(CONTRACTS.length);
    return several(1 + random.nextInt(2), i -> quote((first + i) % CONTRACTS.length));
  }

  private String quote(int contract) {
    prices[contract] += TICK * (random.nextInt(5) - 2);
    long price = prices[contract];
    var sides = new StringBuilder();
    sides.append(side("Trade", price, 9));
    if (random.nextInt(16) > 0) {
      sides.append(',').append(side("Bid", price - TICK, 40));
    }
    if (random.nextInt(16) > 0) {
      sides.append(',').append(side("Offer", price + TICK, 40));
    }
    return "{\"timestamp\":\"%s\",\"contractId\":%d,\"entries\":{%s}}"
        .formatted(now(), CONTRACTS[contract], sides);
  }

  private String side(String name, long price, int most) {
    return "\"%s\":{\"price\":%s,\"size\":%d}"
        .formatted(name, decimal(price), 1 + random.nextInt(most));
  }

  private String position(Account account) {
    int quantity = 1 + random.nextInt(3);
    if (random.nextBoolean()) {
      account.bought += quantity;
      account.netPos += quantity;
    } else {
      account.sold += quantity;
      account.netPos -= quantity;
    }
    int contract = (int) (account.id % CONTRACTS.length);
    return "{\"id\":%d,\"accountId\":%d,\"contractId\":%d,\"bought\":%d,\"boughtValue\":%s,\"sold\":%d,\"soldValue\":%s,\"prevPos\":0,\"timestamp\":\"%s\",\"tradeDate\":%s,\"netPos\":%d,\"netPrice\":%s}"
        .formatted(
            5_000_000 + account.id * 7,
            account.id,
            CONTRACTS[contract],
            account.bought,
            decimal(account.bought * prices[contract]),
            account.sold,
            decimal(account.sold * prices[contract]),
            now(),
            date(),
            account.netPos,
            decimal(prices[contract] - random.nextInt(4000)));
  }

  private String cash(Account account) {
    long profit = random.nextLong(60_000) - 30_000;
    account.amount += profit;
    account.realized += profit;
    return "{\"id\":%d,\"accountId\":%d,\"timestamp\":\"%s\",\"tradeDate\":%s,\"currencyId\":1,\"amount\":%s,\"realizedPnL\":%s,\"weekRealizedPnL\":%s,\"amountSOD\":50000}"
        .formatted(
            268_137_615_000L + account.id,
            account.id,
            now(),
            date(),
            decimal(account.amount),
            decimal(account.realized),
            decimal(account.realized));
  }

  private String margin(Account account) {
    long contracts = Math.abs(account.netPos);
    return "{\"id\":%d,\"timestamp\":\"%s\",\"riskTimePeriodId\":10,\"initialMargin\":%d,\"maintenanceMargin\":%d,\"totalUsedMargin\":%d,\"fullInitialMargin\":%d,\"positionMargin\":%d,\"totalUsedFullMargin\":%d}"
        .formatted(
            account.id,
            now(),
            contracts * 500,
            contracts * 500,
            contracts * 500,
            contracts * 13_000,
            contracts * 500,
            contracts * 13_000);
  }

  private String risk(Account account) {
    account.peak = Math.max(account.peak, account.amount) + random.nextInt(5000);
    return "{\"id\":%d,\"adminAction\":\"Normal\",\"adminTimestamp\":\"%s\",\"maxNetLiq\":%s,\"maxNetLiqTimestamp\":\"%s\"}"
        .formatted(account.id, Instant.ofEpochMilli(account.opened), decimal(account.peak), now());
  }

  private Instant now() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
  }

  private static String date() {
    return "{\"year\":2026,\"month\":11,\"day\":21}";
  }

  private static String decimal(long cents) {
    long whole = Math.abs(cents);
    return "%s%d.%02d".formatted(cents < 0 ? "-" : "", whole / 100, whole % 100);
  }
}
