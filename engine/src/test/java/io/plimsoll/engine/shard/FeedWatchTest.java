package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedWatchTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private final FeedWatch feed = new FeedWatch(0, Duration.ofSeconds(10), NOON);

  private static EntityChange.Upsert upsert(Given given) {
    return new EntityChange.Upsert((Entity) given.fact());
  }

  private static EntityChange.Upsert margin(String used) {
    return upsert(marginSnapshot().with("totalUsedMargin", used));
  }

  private static List<EntityChange> whole() {
    return Stream.<Given>of(
            entity(Account.class),
            entity(AccountRiskStatus.class),
            marginSnapshot().with("totalUsedMargin", "1"),
            cashBalance())
        .<EntityChange>map(FeedWatchTest::upsert)
        .toList();
  }

  private static Inbound.Fetched read(Set<Missing> asked, EntityChange.Upsert... found) {
    return new Inbound.Fetched(asked, List.of(found), Set.of());
  }

  private static Instant after(long millis) {
    return NOON.plusMillis(millis);
  }

  private BigDecimal usedMargin(long atMillis) {
    var book = feed.complete(after(atMillis)).orElseThrow();
    return ((MarginSnapshot) book.find(EntityType.MARGIN_SNAPSHOT, ACCOUNT).orElseThrow())
        .totalUsedMargin();
  }

  @Test
  void nothingIsCompleteBeforeAPartCame() {
    feed.synchronizing(Set.of(), NOON);
    feed.changes(whole());
    assertThat(feed.complete(after(60_000))).isEmpty();
  }

  @Test
  void aWholeSnapshotIsCompleteAfterASecondOfQuiet() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    assertThat(feed.complete(after(999))).isEmpty();
    assertThat(feed.complete(after(1000))).isPresent();
    assertThat(feed.isLive()).isTrue();
  }

  @Test
  void eachPartBeginsTheWaitAnew() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.part(List.of(), after(800));
    assertThat(feed.complete(after(1500))).isEmpty();
  }

  @Test
  void anEmptySnapshotIsComplete() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(List.of(), NOON);
    assertThat(feed.complete(after(1000))).isPresent();
  }

  @Test
  void withGapsItIsWaitedForLonger() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole().subList(0, 3), NOON);
    assertThat(feed.complete(after(2999))).isEmpty();
    assertThat(feed.complete(after(3000))).isPresent();
  }

  @Test
  void gapsAreAskedForOnceWhenNoMoreComes() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole().subList(0, 3), NOON);
    assertThat(feed.gapsToFill(after(999))).isEmpty();
    assertThat(feed.gapsToFill(after(1000)))
        .containsExactly(new Missing(EntityType.CASH_BALANCE, ACCOUNT));
    assertThat(feed.gapsToFill(after(1020))).isEmpty();
  }

  private static final EntityChange UNREADABLE =
      new EntityChange.Unreadable(EntityType.POSITION, 5L, ACCOUNT);

  @Test
  void whatCouldNotBeReadOfASnapshotIsAGap() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.part(List.of(UNREADABLE), NOON);
    var gaps = feed.gapsToFill(after(1000));
    assertThat(gaps).containsExactly(new Missing(EntityType.POSITION, ACCOUNT));
    assertThat(feed.complete(after(1020))).isEmpty();
    feed.fill(read(gaps));
    assertThat(feed.complete(after(1040)).orElseThrow().missing()).isEmpty();
  }

  @Test
  void whatCannotBeReadOverRestEitherStaysInDoubt() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.part(List.of(UNREADABLE), NOON);
    var gaps = feed.gapsToFill(after(1000));
    feed.fill(new Inbound.Fetched(gaps, List.of(), gaps));
    assertThat(feed.complete(after(3000)).orElseThrow().missing()).isEqualTo(gaps);
  }

  @Test
  void anUnreadableChangeAfterAReadableOneIsSettledByARead() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.changes(List.of(margin("2")));
    feed.changes(
        List.of(new EntityChange.Unreadable(EntityType.MARGIN_SNAPSHOT, ACCOUNT, ACCOUNT)));
    feed.fill(read(feed.gapsToFill(after(1000)), margin("3")));
    assertThat(usedMargin(1020)).isEqualByComparingTo("3");
  }

  @Test
  void aSnapshotWhoseGapsAreFilledIsComplete() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole().subList(0, 3), NOON);
    feed.fill(read(feed.gapsToFill(after(1000)), upsert(cashBalance())));
    assertThat(feed.complete(after(1020))).isPresent();
  }

  @Test
  void aChangeIsNewerThanAPartThatComesAfterIt() {
    feed.synchronizing(Set.of(), NOON);
    feed.changes(List.of(margin("7")));
    feed.part(whole(), NOON);
    assertThat(usedMargin(1000)).isEqualByComparingTo("7");
  }

  @Test
  void aChangeThatComesAfterAPartCounts() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.changes(List.of(margin("7")));
    assertThat(usedMargin(1000)).isEqualByComparingTo("7");
  }

  @Test
  void aStatusOfBeforeTheLockThatIsToldAgainBeforeItsPartLiftsNoLock() {
    var locked =
        upsert(
            entity(AccountRiskStatus.class)
                .with("adminAction", AdminAction.LockTradingImmediately)
                .with("adminTimestamp", NOON));
    feed.synchronizing(Set.of(), NOON);
    feed.changes(List.of(upsert(entity(AccountRiskStatus.class))));
    feed.part(whole(), NOON);
    feed.part(List.of(locked), NOON);
    var book = feed.complete(after(1000)).orElseThrow();
    assertThat(book.find(EntityType.ACCOUNT_RISK_STATUS, ACCOUNT)).contains(locked.entity());
    assertThat(book.missing()).contains(new Missing(EntityType.ACCOUNT_RISK_STATUS, ACCOUNT));
  }

  @Test
  void whatWasDeletedMeanwhileIsNotBroughtBackByAPart() {
    feed.synchronizing(Set.of(), NOON);
    feed.changes(List.of(new EntityChange.Delete(EntityType.MARGIN_SNAPSHOT, ACCOUNT)));
    feed.part(whole(), NOON);
    var book = feed.complete(after(3000)).orElseThrow();
    assertThat(book.find(EntityType.MARGIN_SNAPSHOT, ACCOUNT)).isEmpty();
  }

  @Test
  void aPartThatComesTooLateUndoesNothingThatWasTold() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    var book = feed.complete(after(1000)).orElseThrow();
    feed.changes(List.of(margin("7")));
    assertThat(feed.late(whole(), book)).hasSize(3).doesNotContain(margin("1"));
  }

  @Test
  void aPartThatComesTooLateDoesNotBringBackWhatWasDeleted() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    var book = feed.complete(after(1000)).orElseThrow();
    feed.changes(List.of(new EntityChange.Delete(EntityType.MARGIN_SNAPSHOT, ACCOUNT)));
    assertThat(feed.late(whole(), book)).doesNotContain(margin("1"));
  }

  @Test
  void aPartThatComesAMinuteTooLateBringsOnlyWhatIsMissing() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole().subList(0, 3), NOON);
    var book = feed.complete(after(3000)).orElseThrow();
    feed.changes(List.of(margin("7")));
    feed.complete(after(63_000));
    assertThat(feed.late(whole(), book)).isEqualTo(whole().subList(3, 4));
  }

  @Test
  void whatWasToldBeforeTheLastSynchronizationHoldsNoPartBack() {
    feed.synchronizing(Set.of(), NOON);
    feed.changes(List.of(margin("7")));
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    assertThat(usedMargin(1000)).isEqualByComparingTo("1");
  }

  @Test
  void whatWasReadOverRestReplacesNothing() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.fill(read(Set.of(), margin("7")));
    assertThat(usedMargin(1000)).isEqualByComparingTo("1");
  }

  @Test
  void whatNoSnapshotHasIsReadForEachAccount() {
    feed.synchronizing(Set.of(EntityType.USER_ACCOUNT_POSITION_LIMIT, EntityType.POSITION), NOON);
    feed.part(whole(), NOON);
    assertThat(feed.gapsToFill(after(1000)))
        .containsExactly(new Missing(EntityType.USER_ACCOUNT_POSITION_LIMIT, ACCOUNT));
  }

  @Test
  void itIsWaitedForUntilTheAnswerComesBeItEmpty() {
    feed.synchronizing(Set.of(EntityType.USER_ACCOUNT_POSITION_LIMIT), NOON);
    feed.part(whole(), NOON);
    var gaps = feed.gapsToFill(after(1000));
    assertThat(feed.complete(after(1500))).isEmpty();
    feed.fill(read(Set.of()));
    assertThat(feed.complete(after(1500))).as("the answer to something else").isEmpty();
    feed.fill(read(gaps));
    assertThat(feed.complete(after(1500))).isPresent();
  }

  @Test
  void itIsNotWaitedForLongerThanThreeSeconds() {
    feed.synchronizing(Set.of(EntityType.USER_ACCOUNT_POSITION_LIMIT), NOON);
    feed.part(whole(), NOON);
    feed.gapsToFill(after(1000));
    assertThat(feed.complete(after(3000))).isPresent();
  }

  @Test
  void anotherSynchronizationBeginsWithNothing() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.changes(List.of(margin("7")));
    feed.synchronizing(Set.of(), after(10));
    feed.part(whole(), after(20));
    assertThat(usedMargin(1020)).isEqualByComparingTo("1");
  }

  @Test
  void aPartWithoutASynchronizationIsNoSnapshot() {
    feed.part(whole(), NOON);
    assertThat(feed.complete(after(60_000))).isEmpty();
  }

  @Test
  void aLostFeedGathersNoMore() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.lost(after(10));
    assertThat(feed.complete(after(60_000))).isEmpty();
  }

  @Test
  void itIsStaleWhenNotLiveForSoLong() {
    assertThat(feed.fact(after(9_999)).state()).isEqualTo(Feed.State.SYNCING);
    assertThat(feed.fact(after(10_000)).state()).isEqualTo(Feed.State.STALE);
  }

  @Test
  void aClockSetBackBeginsTheWaitAnew() {
    feed.synchronizing(Set.of(), NOON);
    feed.part(whole(), NOON);
    feed.clockSetBack(after(-60_000));
    assertThat(feed.complete(after(-59_001))).isEmpty();
    assertThat(feed.complete(after(-59_000))).isPresent();
  }
}
