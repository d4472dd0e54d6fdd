package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.NewsWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/plans.md says what is so. */
class PlansPageTest {
  private static final Path PAGE = Path.of("../docs/plans.md");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void thePlanReadAloudIsTaken() throws IOException {
    folder.plans(blocks().getFirst());
    assertThat(folder.settings().warnings()).isEmpty();
    assertThat(folder.onlyPlan().name()).isEqualTo("evaluation-50k");
  }

  @Test
  void theCalendarIsTaken() throws IOException {
    folder.write("config/news.yaml", blocks().getLast()).plan("news: config/news.yaml");
    assertThat(folder.onlyPlan().limits().news())
        .extracting(NewsWindow::name)
        .containsExactly("payrolls January", "FOMC January");
  }

  @Test
  void theUsualMicrosAreListed() throws IOException {
    var row =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `micros` |"))
            .findFirst()
            .orElseThrow();
    assertThat(row.split("\\|")[2].strip().split(", "))
        .containsExactlyInAnyOrderElementsOf(ContractLimits.MICROS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| `name` |",
        "| `accounts` |",
        "| `start` |",
        "| `effective` |",
        "## session",
        "| `zone` |",
        "| `resets` |",
        "| `week-resets` |",
        "| `closes` |",
        "| `holidays` |",
        "## trailing-drawdown",
        "| `amount` |",
        "| `basis` |",
        "| `moves` |",
        "| `cap` |",
        "| `floor` |",
        "| `breach` |",
        "| `then` |",
        "| `until` |",
        "| `flows` |",
        "`warn-at`",
        "## daily-loss, weekly-loss, daily-profit, weekly-profit",
        "| `anchor` |",
        "| `on` |",
        "| `steps` |",
        "| `steps-at` |",
        "| `daily-loss-ladder` |",
        "| `margin-used` |",
        "| `liquidate-only-level` |",
        "| `auto-liq-level` |",
        "## max-contracts",
        "| `overall` |",
        "| `per-product` |",
        "| `groups` |",
        "| `bands` |",
        "| `by` |",
        "| `micro-weight` |",
        "## consistency",
        "| `best-day` |",
        "| `passes` |",
        "`flat-by`",
        "`news`",
        "| `at` |",
        "| `before`, `after` |",
        "| `products` |",
        "| `confirm.evaluations` |",
        "| `confirm.jump` |",
        "| `on-broker-reset` |",
        "| `broker-grace` |",
        "| `without-prices` |"
      })
  void explains(String key) throws IOException {
    assertThat(Files.readAllLines(PAGE)).anyMatch(line -> line.startsWith(key));
  }

  private static List<String> blocks() throws IOException {
    return YAML.matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
