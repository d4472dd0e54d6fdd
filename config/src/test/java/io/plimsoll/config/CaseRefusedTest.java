package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.cases.WorkedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case may not say, and what people are told. */
class CaseRefusedTest {
  @TempDir private Path folder;

  private CaseFile read(String yaml) {
    try {
      return CaseFile.read(Files.writeString(folder.resolve("cases.yaml"), yaml));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          equty: 1 | the step has no key (equty). Maybe (equity).
          balance: "50,000" | balance (50,000) is not an amount. Write digits, such as 50000 or -12.50, or unknown, or not-a-number.
          equity: unknwon | equity (unknwon) is not an amount. Write digits, such as 50000 or -12.50, or unknown, or not-a-number. Maybe (unknown).
          equity: [1] | equity is a list. Write one value.
          cashFlow: unknown | cashFlow (unknown) is not an amount. Write digits, with a point before cents and no commas, such as 50000 or -12.50.
          event: rset | event (rset) is not known. Write account-reset, clock, close, first-seen, market-open, open, reset, restart, resync, tick, week-reset. Maybe (reset).
          event: open | open and first-seen are for the first step. Use tick, or none.
          event: { adminn: Normal } | event has no key (adminn). Maybe (admin).
          event: { admin: Normal, unlock: x } | event has several keys. Write one of admin, unlock and rebase.
          event: { unlock: ~ } | event.unlock has no value. Write one, or remove the key.
          at: noon | at (noon) is not a time. Write "09:30", "2026-01-06 09:30", or 2026-01-06T15:30:00Z.
          at: "2026-13-06 09:30" | at (2026-13-06 09:30) is not a time. Write "09:30", "2026-01-06 09:30", or 2026-01-06T15:30:00Z.
          broker: quiet | broker (quiet) is not known. Write executes, silent.
          minis: two | minis (two) is not a number of contracts. Write it such as 2, or -2 for short.
          positions: { EZZ6: 1 } | contract (EZZ6) is of no product we know the value of. Write it such as ESZ6. Maybe (BZ).
          positions: { ESZ6: 1.5 } | positions.ESZ6 (1.5) is not a number of contracts. Write it such as 2, or -2 for short.
          price: 5000 | price is one value. Write keys below it.
          vendor: { cashBalence: {} } | vendor has no entity (cashBalence) that we read. Maybe (cashBalance).
          vendor: { cashBalance: 5 } | vendor.cashBalance is no entity. Write its fields below it.
          expect: { flor: 1 } | expect has no key (flor). Maybe (floor).
          expect: { floor: low } | expect.floor (low) is not an amount. Write digits, with a point before cents and no commas, such as 50000 or -12.50.
          expect: { breached: yes } | expect.breached (yes) is neither true nor false. Write one of them.
          expect: { level: liqidate-only } | expect.level (liqidate-only) is not known. Write alert, auto-liquidate, liquidate-only, none. Maybe (liquidate-only).
          expect: { restriction: lock } | expect.restriction (lock) is not known. Write cancel, flatten, liquidate-and-lock, liquidate-only, none.
          expect: { actions: { liquidat: 1 } } | expect.actions has no key (liquidat). Maybe (liquidate).
          expect: { actions: 1 } | expect.actions is one value. Write keys below it.
          expect: { actions: { lock: -1 } } | expect.actions.lock (-1) is not a count. Write a whole number up to 1000000.
          expect: { findings: none } | expect.findings is one value. Write a list, such as [a, b].
          expect: { floors: { alrt: 1 } } | expect.floors has no key (alrt). Maybe (alert).
          expect: { consistency: { share: half } } | expect.consistency.share (half) is not an amount. Write digits, with a point before cents and no commas, such as 50000 or -12.50.
          expect: { sessionDate: monday } | expect.sessionDate (monday) is not a date. Write it such as 2026-01-06.
          expect: { dataQuality: good } | expect.dataQuality (good) is not known. Write known, unknown, unknown-input.
          """)
  void refusesTheStep(String keys, String problem) {
    var file = read("- case: x\n  steps:\n    - { event: open }\n    - { %s }\n".formatted(keys));
    assertThat(file.problems()).extracting(Problem::text).containsExactly(problem);
    assertThat(file.problems()).extracting(Problem::line).containsExactly(4);
    assertThat(file.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps: [{ event: open }] | case is missing. It is required.
          case: x | a case needs steps. Write steps: and below it a list.
          case: x, steps: [] | a case needs steps. Write steps: and below it a list.
          case: x, steps: { event: open } | steps is a set of keys. Write a list, such as [a, b].
          case: x, steps: [{ event: close }] | the first step of a case is open or first-seen.
          case: x, stesp: [{ event: open }], steps: [{ event: open }] | the case has no key (stesp). Maybe (steps).
          case: x, steps: [{ event: open }], plan: { start: none } | start (none) is not an amount. Write digits, with a point before cents and no commas or signs, such as 2000 or 2000.50.
          case: x, steps: [{ event: open }], plan: 5 | the plan is one value. Write keys below it.
          """)
  void refusesTheCase(String keys, String problem) {
    var file = read("- { %s }".formatted(keys));
    assertThat(file.problems()).extracting(Problem::text).contains(problem);
    assertThat(file.cases()).isEmpty();
  }

  @Test
  void aCaseWithAProblemLosesNoOther() {
    var file =
        read(
            """
            - { case: first, steps: [{ event: open }] }
            - { case: second, steps: [{ event: opn }] }
            - { case: third, steps: [{ event: open }] }
            """);
    assertThat(file.cases()).extracting(WorkedCase::name).containsExactly("first", "third");
    assertThat(file.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("cases.yaml") + ":2: event (opn) is not known.")
        .endsWith("Maybe (open).");
  }

  @Test
  void aFileThatIsNoYamlSaysWhere() {
    assertThat(read("- case: a: b\n").problems())
        .singleElement()
        .asString()
        .contains("cases.yaml:1: a second colon stands in this line");
  }

  @Test
  void aFileThatIsNoListIsRefused() {
    assertThat(read("case: x\n").problems())
        .extracting(Problem::text)
        .containsExactly("the file is a set of keys. Write a list, such as [a, b].");
  }

  @Test
  void anOriginOfNoKindIsWarnedOf() {
    var file = read("- { case: x, from: hearsay, steps: [{ event: open }] }");
    assertThat(file.cases()).hasSize(1);
    assertThat(file.warnings())
        .extracting(Problem::text)
        .containsExactly("from (hearsay) begins with neither published rule nor our own.");
    assertThat(read("- { case: x, from: published rule (Apex), steps: [{ event: open }] }"))
        .extracting(CaseFile::warnings)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .isEmpty();
  }
}
