package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.NewsWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code news}: windows in the plan, or in a calendar. */
class NewsReaderTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void thereIsNoneByDefault() {
    assertThat(folder.onlyPlan().limits().news()).isEmpty();
  }

  @Test
  void takesAWindow() {
    assertThat(
            read(
                "[{ name: NFP, at: 2026-01-09T08:30, before: 2m, after: 90s, products: [NQ, ES] }]"))
        .containsExactly(
            new NewsWindow(
                "NFP",
                Instant.parse("2026-01-09T14:28:00Z"),
                Instant.parse("2026-01-09T14:31:30Z"),
                Set.of("NQ", "ES")));
  }

  @Test
  void aWindowIsForAllProductsByDefault() {
    assertThat(read("[{ name: NFP, at: 2026-01-09T08:30, before: 2m }]"))
        .singleElement()
        .extracting(NewsWindow::products)
        .isEqualTo(Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "before: 2m, 2026-01-09T14:28:00Z, 2026-01-09T14:30:00Z",
    "after: 2m, 2026-01-09T14:30:00Z, 2026-01-09T14:32:00Z"
  })
  void onOneSideItEndsAtTheMomentItself(String side, Instant from, Instant until) {
    assertThat(read("[{ name: NFP, at: 2026-01-09T08:30, %s }]".formatted(side)))
        .containsExactly(new NewsWindow("NFP", from, until, Set.of()));
  }

  /** Chicago puts its clocks on at 2:00 on March 8 and back at 2:00 on November 1. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-09T08:30, 2026-01-09T14:30:00Z",
    "2026-07-09T08:30:15, 2026-07-09T13:30:15Z",
    "2026-03-08T02:30, 2026-03-08T08:00:00Z",
    "2026-11-01T01:30, 2026-11-01T06:30:00Z",
    "2026-01-09T14:30Z, 2026-01-09T14:30:00Z",
    "2026-01-09T14:30:00Z, 2026-01-09T14:30:00Z",
    "2026-01-09T08:30-05:00, 2026-01-09T13:30:00Z"
  })
  void aMomentIsOnTheSessionsClockUnlessItSaysOtherwise(String written, Instant at) {
    assertThat(read("[{ name: NFP, at: %s, after: 1s }]".formatted(written)))
        .singleElement()
        .extracting(NewsWindow::from)
        .isEqualTo(at);
  }

  @Test
  void theClockIsOfThePlansOwnZone() {
    folder.plan(
        "news: [{ name: ECB, at: 2026-01-09T14:15, after: 1s }], session: { zone: Europe/Berlin }");
    assertThat(folder.onlyPlan().limits().news())
        .singleElement()
        .extracting(NewsWindow::from)
        .isEqualTo(Instant.parse("2026-01-09T13:15:00Z"));
  }

  @Test
  void takesACalendarFromTheFolderAboveConfig() {
    folder.write(
        "config/news.yaml",
        """
        news:
          - { name: NFP, at: 2026-01-09T08:30, before: 2m, after: 2m }
          - { name: FOMC, at: 2026-01-28T13:00, before: 5m, after: 5m }
        """);
    assertThat(read("config/news.yaml"))
        .extracting(NewsWindow::name)
        .containsExactly("NFP", "FOMC");
  }

  @Test
  void whatIsWrongInACalendarIsToldOnceThoughTwoPlansReadIt() {
    folder.write("config/news.yaml", "news:\n  - { name: NFP, at: soon, before: 2m }\n");
    folder.plans(
        "plans: [{ name: a, accounts: { name: A }, news: config/news.yaml }, { name: b, accounts: { name: B }, news: config/news.yaml }]");
    assertThat(folder.problems())
        .containsExactly(
            "config/news.yaml:2: news.at (soon) is not a moment. Write it such as 2026-01-09T08:30, in the session's zone, or 2026-01-09T14:30Z.");
  }

  @Test
  void aCalendarWithoutAWindowIsAWarning() {
    folder.write("config/news.yaml", "news: []\n").plan("news: config/news.yaml");
    assertThat(folder.warnings())
        .containsExactly("config/news.yaml:1: the calendar is empty: there is no news window.");
  }

  @Test
  void aCalendarTakesNothingFromTheEnvironment() {
    folder.write(
        "config/news.yaml", "news: [{ name: \"${env:PW}\", at: 2026-01-09T08:30Z, after: 1s }]");
    assertThat(folder.plan("news: config/news.yaml").texts())
        .containsExactly(
            "news.name (${env:PW}) names the environment, and a plan takes nothing from it. Write the value.");
  }

  @Test
  void aNameListedTwiceIsReportedWithBothPlaces() {
    folder.write(
        "config/news.yaml",
        "news:\n  - { name: NFP, at: 2026-01-09T08:30, after: 2m }\n  - { name: NFP, at: 2026-02-06T08:30, after: 2m }\n");
    assertThat(folder.plan("news: config/news.yaml").problems())
        .singleElement()
        .asString()
        .startsWith("config/news.yaml:3: news window (NFP) is already listed at ")
        .endsWith("config/news.yaml:2. Put its date into the name.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config/nws.yaml | news (config/nws.yaml) is not a file that exists. Relative paths start from the folder above config.
          config | news (config) is not a file that exists. Relative paths start from the folder above config.
          { at: 2026-01-09T08:30 } | news is a set of keys. Write a list of windows, or the path of a calendar.
          [] | news is empty. List a window, or remove the key.
          [NFP] | news is one value. Write keys below it.
          [{ at: 2026-01-09T08:30, after: 2m }] | news.name is missing. It is required.
          [{ name: a, after: 2m }] | news.at is missing. It is required.
          [{ name: a, at: 2026-01-09, after: 2m }] | news.at (2026-01-09) is not a moment. Write it such as 2026-01-09T08:30, in the session's zone, or 2026-01-09T14:30Z.
          [{ name: a, at: 2026-02-30T08:30, after: 2m }] | news.at (2026-02-30T08:30) is not a moment. Write it such as 2026-01-09T08:30, in the session's zone, or 2026-01-09T14:30Z.
          [{ name: a, at: 2026-01-09T08:30 }] | news window (a) has no length. Write before or after, such as 2m, or both.
          [{ name: a, at: 2026-01-09T08:30, before: 2 }] | news.before (2) is not a duration. Write a whole number with ms, s, m or h, such as 10s.
          [{ name: a, at: 2026-01-09T08:30, after: 0m }] | news.after (0m) must be longer than nothing.
          [{ name: a, at: 2026-01-09T08:30, after: 2m, products: [] }] | news.products is empty. List a product, or remove the key.
          [{ name: a, at: 2026-01-09T08:30, after: 2m, products: [nq] }] | news.products (nq) is not a product. Write it as the broker does, such as ES or M6E.
          [{ name: a, at: 2026-01-09T08:30, aftr: 2m, after: 2m }] | news has no key (aftr). Maybe (after).
          """)
  void refuses(String news, String problem) {
    assertThat(folder.plan("news: " + news).texts()).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows: []", "news: 5"})
  void refusesAFileThatIsNoCalendar(String text) {
    folder.write("config/news.yaml", text).plan("news: config/news.yaml");
    assertThat(folder.problems()).allMatch(problem -> problem.startsWith("config/news.yaml:1: "));
  }

  @Test
  void aNameIsOnOneLine() {
    assertThat(folder.plan("news: [{ name: \"a\\nb\", at: 2026-01-09T08:30, after: 2m }]").texts())
        .containsExactly("news.name (a b) is not a name. Write up to 80 characters on one line.");
  }

  private List<NewsWindow> read(String news) {
    return folder.plan("news: " + news).onlyPlan().limits().news();
  }
}
