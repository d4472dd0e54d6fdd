package io.plimsoll.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.book.CashWatch.Verdict;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog.CashChangeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the broker's log says of cash that no trade explains. */
class CashWatchTest {
  private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");
  private final CashWatch watch = new CashWatch();
  private int seconds;

  private Instant now() {
    return START.plusSeconds(seconds);
  }

  private void row(String amount, @Nullable String realized) {
    watch.saw(
        new CashBalance(
            1,
            7001,
            now(),
            LocalDate.of(2026, 1, 5),
            1,
            new BigDecimal(amount),
            realized == null ? null : new BigDecimal(realized),
            null,
            new BigDecimal("50000")));
    watch.look(now());
    seconds++;
  }

  private CashBalanceLog line(long id, CashChangeType type, String delta) {
    return new CashBalanceLog(
        id,
        7001,
        now(),
        null,
        1L,
        null,
        null,
        null,
        null,
        type,
        null,
        null,
        null,
        null,
        new BigDecimal(delta),
        null);
  }

  private Optional<Verdict> read(CashBalanceLog... lines) {
    seconds += 5;
    watch.look(now());
    assertThat(watch.mustAsk(now())).isTrue();
    return watch.verdict(List.of(lines), true);
  }

  private static Verdict flow(String amount) {
    return new Verdict.Flow(new BigDecimal(amount), 1);
  }

  @Test
  void aPayoutIsAFlow() {
    row("50000", "0");
    row("47000", "0");
    assertThat(read(line(1, CashChangeType.FundTransaction, "-3000"))).contains(flow("-3000"));
  }

  @Test
  void aPayoutWithAFeeBesideItIsAFlow() {
    row("50000", "0");
    row("46997.50", "0");
    assertThat(read(line(1, CashChangeType.FundTransaction, "-3000"))).contains(flow("-3000"));
  }

  @Test
  void aDepositThatAFeeMakesSmallerIsAFlow() {
    row("50000", "0");
    row("52997.50", "0");
    assertThat(read(line(1, CashChangeType.FundTransaction, "3000"))).contains(flow("3000"));
  }

  @Test
  void whatTheBrokerCountsAsRealizedIsNoFlowBesideALateFee() {
    row("50000", "0");
    var adjusted = line(1, CashChangeType.ManualAdjustment, "-2900");
    row("49999.61", "0");
    row("47099.61", "-2900");
    assertThat(read(adjusted)).contains(new Verdict.Counts());
    assertThat(watch.isOpen()).isFalse();
  }

  @Test
  void aPayoutAfterALateFeeIsItsOwn() {
    row("50000", "0");
    row("49999.61", "0");
    row("46999.61", "0");
    var payout = line(1, CashChangeType.FundTransaction, "-3000");
    assertThat(read(payout)).contains(new Verdict.Counts());
    assertThat(watch.verdict(List.of(payout), true)).contains(flow("-3000"));
    assertThat(watch.isOpen()).isFalse();
  }

  @Test
  void aPayoutIsLeftOutThoughALossCameWithItThatTheRowsDoNotName() {
    row("50000", null);
    row("46400", null);
    assertThat(read(line(1, CashChangeType.FundTransaction, "-3000"))).contains(flow("-3000"));
  }
}
