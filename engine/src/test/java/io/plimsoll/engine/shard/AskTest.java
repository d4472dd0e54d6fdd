package io.plimsoll.engine.shard;

import static io.plimsoll.engine.shard.Rig.SECOND;
import static io.plimsoll.engine.shard.Rig.TRAILED;
import static io.plimsoll.engine.shard.Rig.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be read of a running engine. */
class AskTest {
  @TempDir Path folder;

  @Test
  void eachShardShowsTheAccountsItHas() {
    try (var rig = new Rig(folder).spread(2)) {
      rig.openSecondAccount();
      rig.start();
      await("both are live", () -> rig.ask(ShardView::isLive).equals(List.of(true, true)));
      assertThat(rig.ask(view -> view.book().accounts()))
          .containsExactly(Set.of(SECOND), Set.of(TRAILED));
      assertThat(rig.ask(ShardView::number)).containsExactly(0, 1);
      assertThat(rig.ask(ShardView::fed)).allMatch(fed -> fed >= 2);
    }
  }

  @Test
  void whatAShardIsToldShowsAsNews() {
    try (var rig = new Rig(folder).following()) {
      await("it is live", () -> rig.ask(ShardView::isLive).getFirst());
      long fed = rig.ask(ShardView::fed).getFirst();
      var last = rig.ask(ShardView::lastFed).getFirst();
      rig.movePrice("1");
      await("it is told", () -> rig.ask(ShardView::fed).getFirst() > fed);
      assertThat(rig.ask(ShardView::lastFed).getFirst()).isAfter(last);
    }
  }

  @Test
  void anAnswerIsMadeOnTheShardsOwnThread() {
    try (var rig = new Rig(folder).start()) {
      assertThat(rig.ask(_ -> Thread.currentThread().getName())).containsExactly("shard-0");
    }
  }

  @Test
  void aQuestionThatFailsFailsOnlyTheOneWhoAsks() {
    try (var rig = new Rig(folder).start()) {
      assertThatThrownBy(() ->
              rig.ask(_ -> {
                throw new IllegalStateException("no answer");
              }))
          .hasRootCauseMessage("no answer");
      assertThat(rig.ask(ShardView::number)).containsExactly(0);
    }
  }
}
