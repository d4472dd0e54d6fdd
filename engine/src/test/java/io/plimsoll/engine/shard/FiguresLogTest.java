package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.Entity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresLogTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private final Logger logger = new LoggerContext().getLogger("figures");
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final FiguresLog figures = new FiguresLog(logger);
  private final Watch watch = watch();

  @BeforeEach
  void listen() {
    told.start();
    logger.addAppender(told);
    logger.setLevel(Level.DEBUG);
  }

  @Test
  void whereAnAccountStandsIsToldWithPlanFloorAndRoom() {
    evaluate("25000", NOON);
    assertThat(messages()).containsExactly("account moved");
    assertThat(fields())
        .containsEntry("account", "7")
        .containsEntry("name", "LIVE")
        .containsEntry("plan", "levels")
        .containsEntry("equity", "25000.00")
        .containsEntry("floor", "24000.00")
        .containsEntry("room", "1000.00")
        .containsEntry("limit", "liquidate-only-level")
        .containsEntry("floor.liquidate-only-level", "24000.00")
        .containsEntry("floor.auto-liq-level", "22000.00");
  }

  @Test
  void aChangeOfStateIsToldOnceAndRoomIsThenNegative() {
    evaluate("23950", NOON);
    assertThat(messages()).containsExactly("state changed");
    assertThat(fields()).containsEntry("floor", "24000.00").containsEntry("room", "-50.00");
    evaluate("23950", NOON);
    assertThat(messages()).containsExactly("state changed", "account moved");
  }

  @Test
  void movesAreToldAtMostOnceASecond() {
    evaluate("25000", NOON);
    evaluate("24990", NOON.plusMillis(999));
    assertThat(told.list).hasSize(1);
    evaluate("24980", NOON.plusSeconds(1));
    assertThat(fields()).containsEntry("equity", "24980.00").containsEntry("room", "980.00");
  }

  @Test
  void anEquityThatStandsStillIsNotToldAgain() {
    evaluate("25000", NOON);
    evaluate("25000", NOON.plusSeconds(60));
    assertThat(told.list).hasSize(1);
  }

  @Test
  void anUnknownEquityIsNoMove() {
    evaluate(null, NOON);
    assertThat(told.list).isEmpty();
  }

  @Test
  void whoDoesNotAskIsToldOfStatesOnly() {
    logger.setLevel(Level.INFO);
    evaluate("25000", NOON);
    evaluate("23950", NOON.plusSeconds(5));
    evaluate("23900", NOON.plusSeconds(10));
    assertThat(messages()).containsExactly("state changed");
  }

  private void evaluate(@Nullable String equity, Instant now) {
    var worth = equity == null ? null : Money.of(equity);
    var bare = Reading.of(Money.of(25_000), worth);
    var reading =
        new Reading(
            bare.balance(),
            bare.openPnl(),
            bare.equity(),
            null,
            Money.of(24_000),
            Money.of(22_000),
            null,
            null,
            null,
            null,
            List.of(),
            null,
            false);
    var before = watch.last;
    watch.now = reading;
    watch.last = reading.orElse(before);
    var next = Risk.evaluate(watch.risk, watch.plan, reading, before, null, now);
    figures.evaluated(watch, next, now);
    watch.become(next);
  }

  private List<String> messages() {
    return told.list.stream().map(ILoggingEvent::getMessage).toList();
  }

  /** Of the last line. */
  private Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    told.list
        .getLast()
        .getKeyValuePairs()
        .forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
    return fields;
  }

  private static Watch watch() {
    var book = new Book();
    book.apply(
        new EntityChange.Upsert(
            (Entity) Given.entity(Account.class).with("id", Given.ACCOUNT).fact()));
    return new Watch(
        7,
        "LIVE",
        plan(),
        RiskState.FIRST_SEEN,
        Custody.FREE,
        AccountView.of(book.account(Given.ACCOUNT).orElseThrow()));
  }

  /** Acts at the broker's level. */
  private static Plan plan() {
    var none = Plan.none();
    var limits = Limits.NONE;
    return new Plan(
        "levels",
        none.accounts(),
        Money.of(25_000),
        none.session(),
        new Limits(
            null,
            limits.dayAnchor(),
            limits.weekAnchor(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            Restriction.LIQUIDATE_ONLY,
            Restriction.NONE,
            null,
            null,
            null,
            List.of()),
        none.warnAt(),
        none.conduct(),
        null,
        none.brokers(),
        "");
  }
}
