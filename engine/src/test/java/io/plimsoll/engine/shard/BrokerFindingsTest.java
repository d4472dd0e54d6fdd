package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.tradovate.Hindrance;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerFindingsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");
  private static final Scope SHARD = new Scope.OfShard(0);
  private static final Duration DAY = Duration.ofDays(1);

  private final BrokerFindings findings = new BrokerFindings(SHARD);

  private static Identity identity(String rule, String subject) {
    return new Identity(rule, SHARD, subject);
  }

  static Stream<Arguments> trouble() {
    return Stream.of(
        Arguments.of(
            new Hindrance.Limited("user/syncrequest", 429, Duration.ofSeconds(30)),
            identity("engine.broker-limits", "user/syncrequest")),
        Arguments.of(
            new Hindrance.BudgetUsedUp("all calls"),
            identity("engine.budget-used-up", "all calls")),
        Arguments.of(new Hindrance.LoginRefused("demo"), identity("engine.login-refused", "demo")),
        Arguments.of(
            new Hindrance.CaptchaWanted("contract/item"),
            identity("engine.captcha-wanted", "contract/item")),
        Arguments.of(
            new Hindrance.QuotaReached("shard-3", "IPQuotaReached"),
            identity("engine.quota-reached", "shard-3")));
  }

  @ParameterizedTest
  @MethodSource("trouble")
  void troubleIsAFindingOfAnEngineRule(Hindrance hindrance, Identity identity) {
    assertThat(findings.hear(hindrance, NOON)).contains(identity);
    assertThat(EngineRules.isOne(identity.rule())).isTrue();
    assertThat(findings.over(NOON)).isEmpty();
  }

  static Stream<Hindrance> relief() {
    return Stream.of(
        new Hindrance.LoggedIn("demo"),
        new Hindrance.CaptchaPassed("contract/item"),
        new Hindrance.LinkUp("shard-0"),
        new Hindrance.LinkDown("shard-0"));
  }

  @ParameterizedTest
  @MethodSource("relief")
  void reliefWithoutTroubleIsNothing(Hindrance hindrance) {
    assertThat(findings.hear(hindrance, NOON)).isEmpty();
    assertThat(findings.over(NOON.plus(DAY))).isEmpty();
  }

  static Stream<Hindrance> limits() {
    return Stream.of(
        new Hindrance.Limited("contract/item", 423, Duration.ZERO),
        new Hindrance.BudgetUsedUp("reads"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitIsOverAfterTenQuietMinutes(Hindrance limit) {
    var identity = findings.hear(limit, NOON).orElseThrow();
    findings.hear(limit, NOON.plusSeconds(60));
    assertThat(findings.over(NOON.plusSeconds(659))).isEmpty();
    assertThat(findings.over(NOON.plusSeconds(660))).containsExactly(identity);
    assertThat(findings.over(NOON.plus(DAY))).isEmpty();
  }

  @Test
  void whileReadsWaitALimitIsNotOver() {
    findings.hear(new Hindrance.Limited("contract/item", 429, Duration.ofHours(1)), NOON);
    assertThat(findings.over(NOON.plusSeconds(4199))).isEmpty();
    assertThat(findings.over(NOON.plusSeconds(4200))).hasSize(1);
  }

  @Test
  void aRefusedLoginIsOverWithTheNextThatWorks() {
    var identity = findings.hear(new Hindrance.LoginRefused("demo"), NOON).orElseThrow();
    assertThat(findings.over(NOON.plus(DAY))).isEmpty();
    findings.hear(new Hindrance.LoggedIn("demo"), NOON.plus(DAY));
    assertThat(findings.over(NOON.plus(DAY))).containsExactly(identity);
  }

  @Test
  void aCaptchaIsOverWhenItHasPassedThereAndNotElsewhere() {
    var identity = findings.hear(new Hindrance.CaptchaWanted("a/b"), NOON).orElseThrow();
    findings.hear(new Hindrance.CaptchaPassed("c/d"), NOON);
    assertThat(findings.over(NOON.plus(DAY))).isEmpty();
    findings.hear(new Hindrance.CaptchaPassed("a/b"), NOON);
    assertThat(findings.over(NOON)).containsExactly(identity);
  }

  @Test
  void aQuotaIsOverAfterAStableMinuteAndNotBefore() {
    var identity = findings.hear(new Hindrance.QuotaReached("l", "q"), NOON).orElseThrow();
    findings.hear(new Hindrance.LinkUp("other"), NOON);
    findings.hear(new Hindrance.LinkUp("l"), NOON.plusSeconds(60));
    assertThat(findings.over(NOON.plusSeconds(119))).isEmpty();
    assertThat(findings.over(NOON.plusSeconds(120))).containsExactly(identity);
  }

  @Test
  void aLinkThatIsLostWithinItsMinuteIsNotStable() {
    findings.hear(new Hindrance.QuotaReached("l", "q"), NOON);
    findings.hear(new Hindrance.LinkUp("l"), NOON.plusSeconds(60));
    findings.hear(new Hindrance.LinkDown("l"), NOON.plusSeconds(90));
    assertThat(findings.over(NOON.plus(DAY))).isEmpty();
    findings.hear(new Hindrance.LinkUp("l"), NOON.plusSeconds(100));
    assertThat(findings.over(NOON.plusSeconds(159))).isEmpty();
    assertThat(findings.over(NOON.plusSeconds(160))).hasSize(1);
  }
}
