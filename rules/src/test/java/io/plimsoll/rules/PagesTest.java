package io.plimsoll.rules;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.session.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people say what the rule files say. */
class PagesTest {
  /** Pages that are about no file of shipped rules. */
  private static final Set<String> OTHERS = Set.of("README", "engine", "examples");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([A-Z]+) \\| .* \\|$");
  private static final Pattern KEYS = Pattern.compile("(?m)^\\*\\*Plan keys\\.\\*\\* (.*)$");
  private static final Pattern KEY = Pattern.compile("`([a-z.-]+)`");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^ {4}\\[([A-Z]+)] .+? ([a-z-]+\\.[a-z-]+)(?: \\(.+?\\))?(?:: (.*))?$");
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(([^)]+)\\) \\| ([A-Z]+) \\| (.*?) \\| .* \\|$");

  /** The rules of each file, by its stem. */
  static Map<String, List<RuleInfo>> files() {
    return rules().stream()
        .collect(groupingBy(rule -> stem(rule.name()), TreeMap::new, Collectors.toList()));
  }

  static Collection<String> stems() {
    return files().keySet();
  }

  static Collection<RuleInfo> rules() {
    return ShippedRules.shipped().rules().values();
  }

  @Test
  void everyPageHasItsRules() throws IOException {
    try (var pages = Files.list(ShippedRules.PAGES)) {
      assertThat(pages.map(PagesTest::bare).filter(page -> !OTHERS.contains(page)))
          .containsExactlyInAnyOrderElementsOf(stems());
    }
  }

  @ParameterizedTest
  @MethodSource("stems")
  void aPageListsItsRulesWithTheirSeverity(String stem) throws IOException {
    var listed = ROW.matcher(page(stem)).results().map(row -> row.group(1) + " " + row.group(2));
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            files().get(stem).stream().map(rule -> rule.name() + " " + rule.severity()).toList());
  }

  @ParameterizedTest
  @MethodSource("stems")
  void aPageSaysWhatToDoAndWhichKeysOfAPlanItIsAbout(String stem) throws IOException {
    assertThat(page(stem))
        .startsWith("# " + stem + "\n")
        .containsSubsequence(
            "\n**When it ends.** ", "\n**What to do.**", "\n**Plan keys.** ", "\n**Example.**\n");
  }

  @ParameterizedTest
  @MethodSource("stems")
  void everyKeyThatAPageNamesIsOneOfAPlan(String stem) throws IOException {
    var line = KEYS.matcher(page(stem)).results().map(keys -> keys.group(1)).toList();
    assertThat(line).hasSize(1);
    var keys = KEY.matcher(line.getFirst()).results().map(key -> key.group(1)).toList();
    var plans = page("../plans");
    assertThat(keys).allSatisfy(key -> assertThat(isExplained(plans, key)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("stems")
  void theExampleOfAPageReadsAsItsRuleIsTold(String stem) throws IOException {
    var examples = EXAMPLE.matcher(page(stem)).results().toList();
    assertThat(examples).isNotEmpty().allSatisfy(example -> reads(example, stem));
  }

  @ParameterizedTest
  @MethodSource("stems")
  void everyRuleFileHasATestOfItsOwn(String stem) {
    var name =
        Pattern.compile("(?:^|-)([a-z])")
            .matcher(stem)
            .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    assertThat(ShippedRules.TESTS.resolve(name + "Test.java")).isRegularFile();
  }

  @Test
  void theIndexListsEveryRuleAsItsFileDescribesIt() throws IOException {
    var listed = LISTED.matcher(page("README")).results().map(PagesTest::line);
    assertThat(listed)
        .containsExactlyElementsOf(
            rules().stream()
                .map(rule -> line(rule.name(), stem(rule.name()) + ".md", rule))
                .toList());
  }

  /** In a table or a sentence, or in a section of its own. */
  private static boolean isExplained(String plans, String key) {
    return plans.contains("`" + key + "`")
        || Pattern.compile("(?m)^## .*\\b" + Pattern.quote(key) + "\\b").matcher(plans).find();
  }

  private static String line(MatchResult row) {
    return String.join(" ", row.group(1), row.group(2), row.group(3), row.group(4));
  }

  private static String line(String name, String page, RuleInfo rule) {
    return String.join(" ", name, page, rule.severity().name(), rule.description());
  }

  private static void reads(MatchResult example, String stem) {
    var rule = ShippedRules.shipped().rules().get(example.group(2));
    assertThat(rule).as("rule %s", example.group(2)).isNotNull();
    assertThat(stem(rule.name())).isEqualTo(stem);
    assertThat(example.group(1)).isEqualTo(rule.severity().name());
    var told = example.group(3) == null ? "" : example.group(3);
    for (var figure : new String[] {rule.value(), rule.limit()}) {
      if (figure != null) {
        assertThat(told).contains(words(figure));
      }
    }
  }

  /** As messages name a figure. */
  private static String words(String figure) {
    return figure.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace(" percent", "");
  }

  private static String stem(String rule) {
    return rule.substring(0, rule.indexOf('.'));
  }

  private static String bare(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }

  private static String page(String stem) throws IOException {
    return Files.readString(ShippedRules.PAGES.resolve(stem + ".md"));
  }
}
