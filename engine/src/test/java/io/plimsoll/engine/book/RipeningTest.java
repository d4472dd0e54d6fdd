package io.plimsoll.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RipeningTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private final Ripening maximum = new Ripening();

  @Test
  void whatWasNeverSaidIsUnknown() {
    assertThat(maximum.ripe(NOON)).isNull();
    assertThat(maximum.next()).isNull();
  }

  @Test
  void theFirstCountsAtOnce() {
    says("51000");
    assertThat(maximum.ripe(NOON)).isEqualByComparingTo("51000");
  }

  @Test
  void justBeforeTwoSecondsARiseDoesNotCount() {
    risesAtNoon("51000", "52000");
    assertThat(maximum.ripe(NOON.plusMillis(1999))).isEqualByComparingTo("51000");
  }

  @Test
  void afterTwoSecondsItCounts() {
    risesAtNoon("51000", "52000");
    assertThat(maximum.next()).isEqualTo(NOON.plusSeconds(2));
    assertThat(maximum.ripe(NOON.plusSeconds(2))).isEqualByComparingTo("52000");
    assertThat(maximum.next()).isNull();
  }

  @Test
  void oneThatNeverStopsRisingRipensAllTheSame() {
    risesAtNoon("50000", "51000");
    for (int i = 0; i < 40; i++) {
      says(Integer.toString(51_000 + i));
      maximum.ripe(NOON.plusMillis(i * 100L));
    }
    assertThat(maximum.ripe(NOON.plusSeconds(4))).isEqualByComparingTo("51020");
    assertThat(maximum.ripe(NOON.plusSeconds(6))).isEqualByComparingTo("51039");
  }

  @Test
  void aFallCountsAtOnce() {
    risesAtNoon("51000", "52000");
    says("50000");
    assertThat(maximum.ripe(NOON.plusSeconds(1))).isEqualByComparingTo("50000");
  }

  @Test
  void aRiseTakenBackNeverCounts() {
    risesAtNoon("51000", "52000");
    says("51000");
    maximum.ripe(NOON.plusSeconds(1));
    assertThat(maximum.ripe(NOON.plusSeconds(9))).isEqualByComparingTo("51000");
  }

  @Test
  void aClockSetBackKeepsItFromRipeningNoLonger() {
    risesAtNoon("51000", "52000");
    assertThat(maximum.ripe(NOON.minusSeconds(3600))).isEqualByComparingTo("52000");
  }

  @Test
  void whatIsForgottenIsUnknownAtOnce() {
    says("51000");
    maximum.ripe(NOON);
    maximum.saw(null);
    assertThat(maximum.ripe(NOON.plusSeconds(3))).isNull();
  }

  private void says(String amount) {
    maximum.saw(new BigDecimal(amount));
  }

  private void risesAtNoon(String from, String to) {
    says(from);
    maximum.ripe(NOON);
    says(to);
    maximum.ripe(NOON);
  }
}
