package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.cases.At;
import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.CaseEvent;
import io.plimsoll.config.cases.Expected;
import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.Raw;
import io.plimsoll.config.cases.Step;
import io.plimsoll.config.cases.Wanted;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file of worked cases means. */
class CaseFileTest {
  @TempDir private Path folder;

  private CaseFile read(String yaml) {
    try {
      return CaseFile.read(Files.writeString(folder.resolve("cases.yaml"), yaml));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private WorkedCase one(String yaml) {
    var file = read(yaml);
    assertThat(file.problems()).isEmpty();
    return file.cases().getFirst();
  }

  /** The second of two steps. */
  private Step step(String keys) {
    return one("- { case: x, steps: [{ event: open }, { %s }] }".formatted(keys)).steps().get(1);
  }

  private Input input(String keys) {
    return step(keys).input();
  }

  private List<Expected> expected(String keys) {
    return step("expect: { %s }".formatted(keys)).expect();
  }

  private Wanted wanted(String keys) {
    assertThat(expected(keys)).hasSize(1);
    return expected(keys).getFirst().wanted();
  }

  private static CaseAmount known(String amount) {
    return new CaseAmount.Known(new BigDecimal(amount));
  }

  @Test
  void theExampleOfTheModel() {
    var worked =
        one(
            """
            - case: end-of-day trail of 2,000 that stops at the start balance
              from: published rule
              plan: { start: 50000, trailing-drawdown: { amount: 2000, basis: balance, moves: close, cap: start, breach: below } }
              steps:
                - { event: open, balance: 50000, expect: { floor: 48000, findings: [] } }
                - { equity: 49999.99, expect: { breached: true } }
            """);
    assertThat(worked.name())
        .isEqualTo("end-of-day trail of 2,000 that stops at the start balance");
    assertThat(worked.from()).isEqualTo("published rule");
    assertThat(worked.line()).isOne();
    assertThat(worked.silent()).isFalse();
    assertThat(worked.plan().start()).hasToString("50000.00");
    assertThat(worked.plan().accounts().ids()).containsExactly(WorkedCase.ACCOUNT);
    assertThat(worked.steps()).extracting(Step::line).containsExactly(5, 6);
    assertThat(worked.steps().getFirst().expect()).hasSize(2);
    assertThat(worked.steps().getLast().event()).isEqualTo(CaseEvent.Plain.TICK);
  }

  @Test
  void aCaseWithoutAPlanIsHeldToTheBrokersSettingsOnly() {
    assertThat(one("- { case: x, steps: [{ event: first-seen }] }").plan()).isEqualTo(Plan.none());
  }

  @Test
  void aPlanKeepsItsNameAndHoldsTheAccountOfTheCase() {
    var plan =
        one("""
        - case: x
          plan: { name: eval, accounts: { name: "X*" }, margin-used: { alert: 70% } }
          steps: [{ event: open }]
        """)
            .plan();
    assertThat(plan.name()).isEqualTo("eval");
    assertThat(plan.accounts().ids()).containsExactly(WorkedCase.ACCOUNT);
    assertThat(plan.accounts().name()).isNull();
  }

  @Test
  void aCaseThatDoesNotSayHowItBeginsIsOpened() {
    assertThat(one("- { case: x, steps: [{ balance: 1 }] }").steps().getFirst().event())
        .isEqualTo(CaseEvent.Plain.OPEN);
  }

  @Test
  void aSilentBrokerIsSoForTheWholeCaseOrFromAStepOn() {
    assertThat(one("- { case: x, broker: silent, steps: [{ event: open }] }").silent()).isTrue();
    assertThat(input("broker: silent").silent()).isTrue();
    assertThat(input("broker: executes").silent()).isFalse();
    assertThat(input("balance: 1").silent()).isNull();
  }

  @ParameterizedTest
  @EnumSource(CaseEvent.Plain.class)
  void everyEventHasItsWord(CaseEvent.Plain event) {
    var word = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean begins = Set.of(CaseEvent.Plain.OPEN, CaseEvent.Plain.FIRST_SEEN).contains(event);
    var steps = begins ? "{ event: %s }" : "{ event: open }, { event: %s }";
    var worked = one("- { case: x, steps: [%s] }".formatted(steps.formatted(word)));
    assertThat(worked.steps().getLast().event()).isEqualTo(event);
  }

  @Test
  void eventsOfPeopleSayWhat() {
    assertThat(step("event: { admin: Normal }").event())
        .isEqualTo(new CaseEvent.Admin(AdminAction.Normal));
    assertThat(step("event: { unlock: talked to them }").event())
        .isEqualTo(new CaseEvent.Unlock("talked to them"));
    assertThat(step("event: { rebase: new size }").event())
        .isEqualTo(new CaseEvent.Rebase("new size"));
  }

  @ParameterizedTest
  @CsvSource({"09:30, 09:30", "\"17:00:01\", 17:00:01"})
  void aTimeOfDay(String written, LocalTime time) {
    assertThat(step("at: " + written).at()).isEqualTo(new At.TimeOfDay(time));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-06 09:30", "2026-01-06T09:30", "2026-01-06T09:30:00"})
  void aDateWithATimeOfDay(String written) {
    assertThat(step("at: \"%s\"".formatted(written)).at())
        .isEqualTo(new At.DateAndTime(LocalDateTime.of(2026, 1, 6, 9, 30)));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-06T15:30:00Z", "2026-01-06T15:30Z", "2026-01-06T09:30:00-06:00"})
  void anInstant(String written) {
    assertThat(step("at: " + written).at())
        .isEqualTo(new At.Exactly(Instant.parse("2026-01-06T15:30:00Z")));
  }

  @Test
  void amountsMayBeUnknownOrNoNumber() {
    assertThat(input("balance: 50000.50").balance()).isEqualTo(known("50000.50"));
    assertThat(input("equity: unknown").equity()).isEqualTo(new CaseAmount.Unknown());
    assertThat(input("usedMargin: not-a-number").usedMargin())
        .isEqualTo(new CaseAmount.NotANumber());
    assertThat(input("realized: -12.5").realized()).isEqualTo(known("-12.5"));
    assertThat(input("cashFlow: -2000").cashFlow()).isEqualByComparingTo("-2000");
    assertThat(input("profitDays: [100, -50]").profitDays())
        .containsExactly(new BigDecimal("100"), new BigDecimal("-50"));
  }

  @Test
  void positionsAndPricesGoByContract() {
    var input = input("positions: { ESZ6: 2, MESZ6: -5 }, price: { ESZ6: 5000.25 }, minis: 1");
    assertThat(input.positions()).containsExactly(Map.entry("ESZ6", 2), Map.entry("MESZ6", -5));
    assertThat(input.prices()).containsExactly(Map.entry("ESZ6", known("5000.25")));
    assertThat(input.minis()).isOne();
    assertThat(input.micros()).isNull();
    assertThat(input("positions: {}").positions()).isEmpty();
    assertThat(input("balance: 1").positions()).isNull();
  }

  @Test
  void entitiesOfTheVendorAreTakenWordByWord() {
    var vendor =
        input(
                "vendor: { cashBalance: { amountSOD: 50400.5, tradeDate: 2026-01-05 },"
                    + " order: [{ ordStatus: \"Working\", admin: true, ocoId: unknown }] }")
            .vendor();
    assertThat(vendor.get(EntityType.CASH_BALANCE))
        .containsExactly(
            new Raw.Parts(
                Map.of(
                    "amountSOD", new Raw.Plain("50400.5"),
                    "tradeDate", new Raw.Text("2026-01-05"))));
    assertThat(vendor.get(EntityType.ORDER).getFirst().parts())
        .containsEntry("ordStatus", new Raw.Text("Working"))
        .containsEntry("admin", new Raw.Plain("true"))
        .containsEntry("ocoId", new Raw.Plain("null"));
  }

  @Test
  void aFieldThatTheEntityDoesNotHaveIsWarnedOf() {
    var file =
        read("- { case: x, steps: [{ event: open, vendor: { cashBalance: { amontSOD: 1 } } }] }");
    assertThat(file.cases()).hasSize(1);
    assertThat(file.warnings())
        .singleElement()
        .asString()
        .endsWith(
            "vendor.cashBalance.amontSOD is no field of cashBalance that we read. Maybe (amountSOD).");
  }

  @Test
  void everyNumberMayBeExpected() {
    assertThat(wanted("floor: 48000")).isEqualTo(new Wanted.Amount(new BigDecimal("48000")));
    assertThat(wanted("ceiling: unknown")).isEqualTo(new Wanted.Unknown());
    assertThat(wanted("dayLossPercent: 2.5%")).isEqualTo(new Wanted.Percent(new BigDecimal("2.5")));
    assertThat(wanted("marginUsed: 70")).isEqualTo(new Wanted.Percent(new BigDecimal("70")));
    assertThat(wanted("sessionDate: 2026-01-06"))
        .isEqualTo(new Wanted.Date(LocalDate.of(2026, 1, 6)));
    assertThat(expected("room: 1, peak: 2, dayLoss: 3, weekLoss: -4"))
        .extracting(Expected::key)
        .containsExactly("room", "peak", "dayLoss", "weekLoss");
  }

  @Test
  void everyStateMayBeExpected() {
    assertThat(wanted("level: liquidate-only")).isEqualTo(new Wanted.Word("liquidate-only"));
    assertThat(wanted("restriction: cancel")).isEqualTo(new Wanted.Word("cancel"));
    assertThat(wanted("dataQuality: unknown")).isEqualTo(new Wanted.Word("unknown-input"));
    assertThat(wanted("dataQuality: known")).isEqualTo(new Wanted.Word("known"));
    assertThat(wanted("breached: true")).isEqualTo(new Wanted.Flag(true));
    assertThat(expected("triggered: false, locked: true"))
        .extracting(Expected::key)
        .containsExactly("triggered", "locked");
  }

  @Test
  void countsOfActionsAndProposals() {
    assertThat(wanted("actions: { liquidate: 1, liquidate-only: 0, flatten: 2 }"))
        .isEqualTo(new Wanted.Counts(new TreeMap<>(Map.of("liquidate", 1, "flatten", 2))));
    assertThat(wanted("actions: {}")).isEqualTo(new Wanted.Counts(new TreeMap<>()));
    assertThat(wanted("proposals: 1")).isEqualTo(new Wanted.Count(1));
    assertThat(expected("proposals: { lock: 1 }"))
        .extracting(Expected::key)
        .containsExactly("proposals by kind");
  }

  @Test
  void findingsAreASet() {
    assertThat(wanted("findings: [b.two/90%, a.one]"))
        .isEqualTo(Wanted.Names.of(Set.of("a.one", "b.two/90%")));
    assertThat(wanted("findings: []")).isEqualTo(Wanted.Names.of(Set.of()));
  }

  @Test
  void partsOfALimitHaveTheirOwnKeys() {
    assertThat(
            expected(
                "floors: { alert: 1, liquidate-only: 2, auto-liquidate: 3 },"
                    + " contracts: { limit: 5, used: 0.5 },"
                    + " consistency: { share: 40%, needed: 1, short: 2, applies: true, passes: false }"))
        .extracting(Expected::key)
        .containsExactly(
            "floors.alert",
            "floors.liquidate-only",
            "floors.auto-liquidate",
            "contracts.limit",
            "contracts.used",
            "consistency.share",
            "consistency.needed",
            "consistency.short",
            "consistency.applies",
            "consistency.passes");
  }

  @Test
  void filesAreFoundInAFolderAndBelowIt() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    for (var name : List.of("b.yaml", "a.yml", "more/c.yaml", ".hidden.yaml", "notes.md")) {
      Files.writeString(folder.resolve(name), "");
    }
    assertThat(CaseFile.in(folder))
        .containsExactly(
            folder.resolve("a.yml"), folder.resolve("b.yaml"), folder.resolve("more/c.yaml"));
    assertThat(CaseFile.in(folder.resolve("notes.md"))).containsExactly(folder.resolve("notes.md"));
  }

  @Test
  void aPlaceWithoutCasesIsSaid() throws IOException {
    assertThatThrownBy(() -> CaseFile.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no file of cases");
    assertThatThrownBy(() -> CaseFile.in(folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not exist");
  }
}
