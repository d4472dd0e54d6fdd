package io.plimsoll.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.fault.WireFault.Kind;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final String FILL =
      "a[{\"e\":\"props\",\"d\":{\"entityType\":\"fill\",\"eventType\":\"Created\",\"entity\":{\"id\":1}}}]";
  private static final String ANSWER = "a[{\"s\":200,\"i\":1}]";

  @Test
  void aMomentComesOnce() {
    var plan = new Plan(ScriptTest.script("{'fault':'half-open','at':'5s'}"));

    assertThat(plan.due(Duration.ofMillis(4999))).isEmpty();
    assertThat(plan.due(Duration.ofSeconds(5))).hasSize(1);
    assertThat(plan.due(Duration.ofSeconds(6))).isEmpty();
  }

  @Test
  void anIntervalComesAgainAndAgain() {
    var plan = new Plan(ScriptTest.script("{'fault':'cut','every':'10s'}"));

    assertThat(IntStream.rangeClosed(1, 35).filter(n -> due(plan, n)).boxed())
        .containsExactly(10, 20, 30);
  }

  @Test
  void ratesStandSideBySide() {
    var plan =
        new Plan(ScriptTest.script("{'fault':'drop','rate':0.3},{'fault':'duplicate','rate':0.2}"));
    var random = new Random(7);

    var drawn =
        IntStream.range(0, 10_000)
            .mapToObj(n -> plan.draw(SocketKind.USER, FILL, random))
            .flatMap(each -> each.stream())
            .map(WireFault::kind)
            .toList();

    assertThat(drawn.stream().filter(Kind.DROP::equals).count()).isBetween(2800L, 3200L);
    assertThat(drawn.stream().filter(Kind.DUPLICATE::equals).count()).isBetween(1800L, 2200L);
  }

  @Test
  void aRateIsForTheFramesItIsAimedAt() {
    var plan =
        new Plan(
            ScriptTest.script("{'fault':'drop','rate':1,'socket':'user','entityType':'fill'}"));
    var random = new Random(7);

    assertThat(plan.draw(SocketKind.USER, FILL, random)).isPresent();
    assertThat(plan.draw(SocketKind.MARKET_DATA, FILL, random)).isEmpty();
    assertThat(plan.draw(SocketKind.USER, FILL.replace("fill", "order"), random)).isEmpty();
    assertThat(plan.draw(SocketKind.USER, ANSWER, random)).isEmpty();
  }

  @Test
  void responsesAndEventsAreToldApart() {
    var responses = new Plan(ScriptTest.script("{'fault':'drop','rate':1,'frames':'responses'}"));
    var random = new Random(7);

    assertThat(responses.draw(SocketKind.USER, ANSWER, random)).isPresent();
    assertThat(responses.draw(SocketKind.USER, FILL, random)).isEmpty();
  }

  @Test
  void aClearedPlanHasNothingLeft() {
    var plan =
        new Plan(ScriptTest.script("{'fault':'drop','rate':1},{'fault':'cut','every':'1s'}"));
    plan.clear();

    assertThat(plan.hasRates()).isFalse();
    assertThat(plan.due(Duration.ofHours(1))).isEmpty();
  }

  private static boolean due(Plan plan, int second) {
    return !plan.due(Duration.ofSeconds(second)).isEmpty();
  }
}
