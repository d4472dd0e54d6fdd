package io.plimsoll.app.demo;

import static io.plimsoll.app.demo.NarratorTest.logged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final String RULE = "trailing-drawdown.reached";
  private static final String ACCOUNT = "EVAL50K-1001";
  private static final String PLAN = "evaluation-50k";

  private static final List<Happening> FROM_OUTSIDE =
      List.of(
          new Happening.Mailed("[CRITICAL] %s %s".formatted(ACCOUNT, RULE), ACCOUNT),
          new Happening.Mailed(
              "[CRITICAL] %s %s: flat and locked".formatted(ACCOUNT, RULE), ACCOUNT),
          hook(ACCOUNT, PLAN, true));
  private static final List<Happening> FROM_THE_ENGINE =
      List.of(
          logged("alert opened", "rule", RULE, "name", ACCOUNT),
          logged("action verified", "kind", "liquidate", "account", "1001"),
          logged("action verified", "kind", "lock", "account", "1001"));

  private final Story story = Stories.all().getFirst();

  @Test
  void thereAreFourOfFourAccountsHeldToFourPlans() {
    assertThat(Stories.all())
        .extracting(Story::account)
        .containsExactly(ACCOUNT, "FUND100K-1002", "STATIC50K-1005", "LIVE25K-1003");
    assertThat(Stories.all())
        .extracting(Story::plan)
        .containsExactly(PLAN, "funded-100k", "static-50k", "live");
  }

  @Test
  void nothingIsSeenAtFirst() {
    assertThat(Stories.all())
        .noneMatch(each -> each.isSeen(false))
        .noneMatch(each -> each.isSeen(true));
  }

  @Test
  void seenWhenAllStepsAreInAnyOrder() {
    observe(FROM_OUTSIDE.reversed());
    assertThat(story.isSeen(false)).isFalse();
    observe(FROM_THE_ENGINE.reversed());
    assertThat(story.isSeen(false)).isTrue();
  }

  @Test
  void aKilledEngineMayHaveLeftItsOwnStepsUnsaid() {
    observe(FROM_OUTSIDE);
    assertThat(story.isSeen(true)).isTrue();
  }

  @Test
  void whatTheEngineSaysIsNoProofFromOutside() {
    observe(FROM_THE_ENGINE);
    assertThat(story.isSeen(true)).isFalse();
  }

  @Test
  void aForgedWebhookIsNoProof() {
    observe(FROM_THE_ENGINE);
    observe(FROM_OUTSIDE.subList(0, 2));
    observe(List.of(hook(ACCOUNT, PLAN, false)));
    assertThat(story.isSeen(false)).isFalse();
  }

  @Test
  void anotherAccountIsNoProof() {
    observe(FROM_THE_ENGINE);
    observe(FROM_OUTSIDE.subList(0, 2));
    observe(List.of(hook("EVAL50K-1009", PLAN, true)));
    assertThat(story.isSeen(false)).isFalse();
  }

  @Test
  void anAccountHeldToAnotherPlanIsNoProof() {
    observe(FROM_THE_ENGINE);
    observe(FROM_OUTSIDE.subList(0, 2));
    observe(List.of(hook(ACCOUNT, "static-50k", true)));
    assertThat(story.isSeen(false)).isFalse();
  }

  @Test
  void theFirstSightCounts() {
    story.observe(FROM_THE_ENGINE.getFirst(), 1.5);
    story.observe(FROM_THE_ENGINE.getFirst(), 9.5);
    assertThat(story.steps().getFirst().seenAt()).contains(1.5);
  }

  private void observe(List<Happening> happenings) {
    happenings.forEach(each -> story.observe(each, 1));
  }

  private static Happening hook(String account, String plan, boolean genuine) {
    return new Happening.Hooked(RULE, account, plan, "", "firing", "", genuine);
  }
}
