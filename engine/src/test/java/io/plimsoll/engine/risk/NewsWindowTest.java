package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News at 12:30 in Chicago, flat from two minutes before to three after. */
class NewsWindowTest {
  private static final NewsWindow NFP = window("NFP", Set.of());

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T12:27:59, false",
    "2026-01-05T12:28, true",
    "2026-01-05T12:32:59, true",
    "2026-01-05T12:33, false"
  })
  void isOpenFromItsBeginUntilJustBeforeItsEnd(String at, boolean told) {
    var account = held(NFP).holding(holding("ES", 1)).at(at).tick();
    assertThat(account.facts().newsWindows().contains("NFP")).isEqualTo(told);
    assertThat(account.state().latches().isOpen("news-window/NFP")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"ES, true", "CL, false"})
  void concernsItsProductsOnly(String product, boolean told) {
    var account = held(window("NFP", Set.of("ES", "NQ"))).holding(holding(product, -1));
    account.at("2026-01-05T12:30").tick();
    assertThat(account.facts().newsWindows().contains("NFP")).isEqualTo(told);
  }

  @Test
  void oneProductAmongOthersIsEnough() {
    var account = held(window("NFP", Set.of("ES"))).holding(holding("CL", 1), holding("ES", 1));
    assertThat(account.at("2026-01-05T12:30").tick().facts().newsWindows()).containsExactly("NFP");
  }

  @Test
  void anAccountThatIsFlatIsLeftAlone() {
    var account = held(NFP).at("2026-01-05T12:30").tick();
    assertThat(account.facts().newsWindows()).isEmpty();
    account.expectNothingLatched();
  }

  @Test
  void onceFlatItSaysNoMore() {
    var account = open().holding().tick();
    assertThat(account.facts().newsWindows()).isEmpty();
    account.expectLatched("news-window/NFP");
  }

  @Test
  void unknownPositionsChangeNothingWhileItIsOpen() {
    assertThat(open().unknownHoldings().tick().facts().newsWindows()).containsExactly("NFP");
  }

  @Test
  void unknownPositionsDoNotProlongIt() {
    var account = open().unknownHoldings().at("2026-01-05T12:33").tick();
    assertThat(account.facts().newsWindows()).isEmpty();
    account.expectNothingLatched();
  }

  @Test
  void itsEndArmsItAgain() {
    var account = open().released();
    account.tick().expectNothingLatched();
    account.at("2026-01-05T12:33").tick();
    assertThat(account.state().latches().disarmed()).isEmpty();
  }

  @Test
  void itsEndEndsNoOther() {
    var later = new NewsWindow("CPI", at("18:29"), at("20:00"), Set.of());
    var plan = plan().limit("news", List.of(NFP, later));
    var account = risk(plan).holding(holding("ES", 1)).at("2026-01-05T12:30").tick();
    account.expectLatched("news-window/NFP", "news-window/CPI");
    account.at("2026-01-05T12:33").tick().expectLatched("news-window/CPI");
    assertThat(account.facts().newsWindows()).containsExactly("CPI");
  }

  @Test
  void mayNotEndBeforeItBegins() {
    assertThatThrownBy(() -> new NewsWindow("NFP", at("18:33"), at("18:33"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NFP")
        .hasMessageContaining("2026-01-05T18:33:00Z");
  }

  private static RiskCase open() {
    return held(NFP).holding(holding("ES", 1)).at("2026-01-05T12:30").tick();
  }

  private static RiskCase held(NewsWindow window) {
    return risk(plan().limit("news", List.of(window)));
  }

  private static NewsWindow window(String name, Set<String> products) {
    return new NewsWindow(name, at("18:28"), at("18:33"), products);
  }

  private static Instant at(String utc) {
    return Instant.parse("2026-01-05T%s:00Z".formatted(utc));
  }
}
