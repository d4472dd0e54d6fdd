package io.plimsoll.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.action.Action;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void commit(Effect... effects) {
    store.commit(List.of(effects)).orTimeout(15, TimeUnit.SECONDS).join();
  }

  private Memory reopened() {
    store.close();
    store = Store.open(folder);
    return store.remember();
  }

  @Test
  void aNewStoreRemembersNothing() {
    assertThat(store.remember())
        .isEqualTo(new Memory(List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void anAccountIsRememberedInEveryField() {
    commit(new Effect.SaveAccount(Sample.account(7001)));
    assertThat(reopened().accounts()).containsExactly(Sample.account(7001));
  }

  @Test
  void anAccountSavedAgainReplacesTheFirst() {
    commit(new Effect.SaveAccount(Sample.account(7001)));
    var later =
        new AccountRecord(
            7001, "other", "2", null, Sample.account(1).risk(), Sample.account(1).custody());
    commit(new Effect.SaveAccount(later));
    assertThat(reopened().accounts()).containsExactly(later);
  }

  @Test
  void aPlanIsRememberedInEveryField() {
    for (var plan : Sample.plans()) {
      commit(new Effect.SavePlan(plan));
    }
    assertThat(reopened().plans()).containsExactlyElementsOf(Sample.plans());
    assertThat(store.plans()).containsExactlyElementsOf(Sample.plans());
  }

  @Test
  void aPlanIsRememberedUnderEachOfItsVersions() {
    var plan = Sample.plans().getFirst();
    commit(new Effect.SavePlan(plan), new Effect.SavePlan(plan.versioned("later")));
    assertThat(reopened().plans()).containsExactlyInAnyOrder(plan, plan.versioned("later"));
  }

  @Test
  void aPlanSavedAgainUnderItsVersionReplacesTheFirst() {
    commit(new Effect.SavePlan(Sample.plans().getFirst().versioned("1")));
    commit(new Effect.SavePlan(Sample.plans().getFirst().versioned("1")));
    assertThat(reopened().plans()).hasSize(1);
  }

  @Test
  void anOpenEpisodeIsRememberedInEveryField() {
    commit(new Effect.SaveEpisode(Sample.episode("a.b")));
    assertThat(reopened().episodes()).containsExactly(Sample.episode("a.b"));
  }

  @Test
  void aClosedEpisodeIsNotRemembered() {
    commit(new Effect.SaveEpisode(Sample.episode("a.b")));
    commit(new Effect.SaveEpisode(Sample.episode("a.b").closed(Sample.NOW)));
    assertThat(reopened().episodes()).isEmpty();
  }

  @Test
  void anActionIsRememberedInEveryField() {
    commit(new Effect.AddAction(Sample.action(1)));
    assertThat(reopened().actions()).containsExactly(Sample.action(1));
  }

  @Test
  void anActionAddedAgainDoesNotReplaceTheFirst() {
    var sent = Sample.action(1).sent(Sample.NOW);
    commit(new Effect.SaveAction(sent));
    commit(new Effect.AddAction(Sample.action(1)));
    assertThat(reopened().actions()).containsExactly(sent);
  }

  @Test
  void anEndedActionAddedAgainStaysEnded() {
    commit(new Effect.SaveAction(Sample.action(1).ended(Action.State.VERIFIED, Sample.NOW, "so")));
    commit(new Effect.AddAction(Sample.action(1)));
    assertThat(reopened().actions()).isEmpty();
  }

  @Test
  void anActionSavedReplacesTheFirst() {
    commit(new Effect.AddAction(Sample.action(1)));
    var answered = Sample.action(1).sent(Sample.NOW).answered(Sample.NOW, "accepted");
    commit(new Effect.SaveAction(answered));
    assertThat(reopened().actions()).containsExactly(answered);
  }

  @Test
  void anotherAttemptIsAnotherAction() {
    commit(new Effect.AddAction(Sample.action(1)), new Effect.AddAction(Sample.action(2)));
    assertThat(reopened().actions()).hasSize(2);
  }

  @Test
  void aLetterIsRememberedInEveryField() {
    commit(new Effect.AddLetter(Sample.letter("k")));
    assertThat(reopened().letters()).containsExactly(Sample.letter("k"));
  }

  @Test
  void aLetterAddedAgainDoesNotReplaceTheFirst() {
    commit(new Effect.SaveLetter(Sample.letter("k").delivered()));
    commit(new Effect.AddLetter(Sample.letter("k")));
    assertThat(reopened().letters()).isEmpty();
  }

  @Test
  void aDeadLetterIsNotRemembered() {
    commit(new Effect.AddLetter(Sample.letter("k")));
    commit(new Effect.SaveLetter(Sample.letter("k").dead("no")));
    assertThat(reopened().letters()).isEmpty();
  }

  @Test
  void closingWritesWhatIsQueued() {
    var commits = new ArrayList<CompletableFuture<Void>>();
    for (int n = 1; n <= 1000; n++) {
      commits.add(store.commit(List.of(new Effect.AddAction(Sample.action(n)))));
    }
    store.close();
    assertThat(commits).allMatch(each -> each.isDone() && !each.isCompletedExceptionally());
    assertThat(reopened().actions()).hasSize(1000);
  }

  @Test
  void manyThreadsCommitAndNothingIsLost() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 16; t++) {
      int from = t * 100;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = from + 1; n <= from + 100; n++) {
                  commit(new Effect.AddAction(Sample.action(n)));
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(reopened().actions()).hasSize(1600).doesNotHaveDuplicates();
  }

  @Test
  void aCommitWaitsWhileAnotherHoldsTheWriteLock() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      var commit = store.commit(List.of(new Effect.AddAction(Sample.action(1))));
      // Longer than the driver itself would wait, so that the store has to repeat.
      var early = commit.copy().completeOnTimeout(null, 5_600, TimeUnit.MILLISECONDS);
      early.join();
      assertThat(commit).isNotDone();
      statement.execute("ROLLBACK");
      commit.orTimeout(10, TimeUnit.SECONDS).join();
    }
    assertThat(reopened().actions()).hasSize(1);
  }

  @Test
  void anIdleStoreKeepsNoWriteLock() throws SQLException {
    commit(new Effect.AddAction(Sample.action(1)));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
        var statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout=500");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void theJournalIsWrittenAhead() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
        var statement = other.createStatement();
        var mode = statement.executeQuery("PRAGMA journal_mode")) {
      assertThat(mode.getString(1)).isEqualTo("wal");
    }
  }

  @Test
  void aCommitIsWrittenWholeOrNotAtAll() {
    var unwritable = new Letter(null, Letter.State.PENDING, 0, Sample.NOW, Sample.NOW, null);
    var commit =
        store.commit(
            List.of(new Effect.AddAction(Sample.action(1)), new Effect.AddLetter(unwritable)));
    assertThatThrownBy(() -> commit.orTimeout(5, TimeUnit.SECONDS).join())
        .hasCauseInstanceOf(StoreException.class);
    assertThat(reopened().actions()).isEmpty();
  }

  @Test
  void aCommitThatCannotBeWrittenStopsNoOther() {
    var unwritable = new Letter(null, Letter.State.PENDING, 0, Sample.NOW, Sample.NOW, null);
    var good = new ArrayList<CompletableFuture<Void>>();
    for (int n = 1; n <= 300; n++) {
      if (n % 50 == 0) {
        var bad = store.commit(List.of(new Effect.AddLetter(unwritable)));
        assertThat(bad).isNotNull();
      }
      good.add(store.commit(List.of(new Effect.AddAction(Sample.action(n)))));
    }
    good.forEach(each -> each.orTimeout(5, TimeUnit.SECONDS).join());
    assertThat(reopened().actions()).hasSize(300);
  }

  @Test
  void aCommitAfterClosingFailsAndDoesNotHang() {
    store.close();
    var late = store.commit(List.of(new Effect.AddAction(Sample.action(1))));
    assertThatThrownBy(() -> late.orTimeout(2, TimeUnit.SECONDS).join())
        .hasCauseInstanceOf(StoreException.class);
  }

  @Test
  void closingTwiceIsHarmless() {
    store.close();
    store.close();
    assertThat(reopened().actions()).isEmpty();
  }
}
