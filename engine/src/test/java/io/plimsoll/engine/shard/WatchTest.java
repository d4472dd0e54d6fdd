package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");
  private static final Reading READING = Reading.of(Money.of(50000), Money.of(50000));

  private static final Reading RISEN = READING.withMaximum(Money.of(53000));

  private final Book book = new Book();
  private final AccountPage page = page();
  private final Watch watch =
      new Watch(
          Given.ACCOUNT,
          "EVAL",
          Plan.none(),
          RiskState.FIRST_SEEN,
          Custody.FREE,
          AccountView.of(page));

  @Test
  void whatIsSettledIsBelieved() {
    assertThat(watch.believed(page, READING, NOON)).isEqualTo(READING);
  }

  @Test
  void betweenPositionAndCashEquityIsUnknown() {
    close();
    var reading = watch.believed(page, READING, NOON);
    assertThat(reading.equity()).isNull();
    assertThat(reading.balance()).isEqualTo(READING.balance());
  }

  @Test
  void justBeforeTwoSecondsItIsStillUnknown() {
    close();
    watch.believed(page, READING, NOON);
    assertThat(watch.believed(page, READING, NOON.plusMillis(1999)).equity()).isNull();
  }

  @Test
  void afterTwoSecondsItIsBelievedAsItIs() {
    close();
    watch.believed(page, READING, NOON);
    assertThat(watch.believed(page, READING, NOON.plusSeconds(2))).isEqualTo(READING);
    assertThat(watch.again).isNull();
  }

  @Test
  void aMaximumThatHasJustRisenDoesNotCountYet() {
    rise();
    var reading = watch.believed(page, RISEN, NOON);
    assertThat(reading.maxNetLiq()).isEqualTo(Money.of(50000));
    assertThat(reading.equity()).isEqualTo(RISEN.equity());
  }

  @Test
  void aMaximumThatRipensIsAskedForAgainWhenItIsRipe() {
    rise();
    watch.believed(page, RISEN, NOON);
    assertThat(watch.again).isEqualTo(NOON.plusSeconds(2));
  }

  @Test
  void aMaximumThatHasStoodCounts() {
    rise();
    watch.believed(page, RISEN, NOON);
    assertThat(watch.believed(page, RISEN, NOON.plusSeconds(2))).isEqualTo(RISEN);
  }

  private void rise() {
    put(Given.entity(AccountRiskStatus.class).with("maxNetLiq", "50000"));
    watch.believed(page, RISEN, NOON);
    put(Given.entity(AccountRiskStatus.class).with("maxNetLiq", "53000"));
  }

  private void close() {
    put(Given.position().with("netPos", 2));
    put(Given.position().with("netPos", 0));
  }

  private AccountPage page() {
    put(Given.entity(Account.class).with("id", Given.ACCOUNT));
    return book.account(Given.ACCOUNT).orElseThrow();
  }

  private void put(GivenRecord<? extends Record> given) {
    book.apply(new EntityChange.Upsert((Entity) given.fact()));
  }
}
