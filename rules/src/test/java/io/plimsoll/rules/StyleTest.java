package io.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.session.RuleInfo;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.session.Severity;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.UserAccountAutoLiq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How all rules of this repository are written. */
class StyleTest {
  private static final Pattern COMMENT_OR_TEXT = Pattern.compile("//[^\n]*|\"[^\"]*\"");
  private static final Pattern WHEN = Pattern.compile("\\bwhen\\b(.*?)\\bthen\\b", Pattern.DOTALL);
  private static final Pattern THEN = Pattern.compile("\\bthen\\b(.*?)\\bend\\b", Pattern.DOTALL);

  static List<Path> shipped() {
    return drl(ShippedRules.FOLDER);
  }

  static List<Path> examples() {
    return drl(ShippedRules.EXAMPLES);
  }

  static List<Path> all() {
    return Stream.concat(shipped().stream(), examples().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noRuleSteersTheOrderOfOthers(Path file) {
    assertThat(code(file))
        .doesNotContain("salience", "agenda-group", "activation-group", "ruleflow-group", "lock-on")
        .doesNotContain("no-loop", "global ", "auto-focus");
  }

  @ParameterizedTest
  @MethodSource("all")
  void noEvalAndNoStaticImports(Path file) {
    assertThat(code(file)).doesNotContainPattern("\\beval\\s*\\(").doesNotContain("import static");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aConsequenceOnlyHoldsAFindingTrue(Path file) {
    assertThat(parts(THEN, file))
        .allSatisfy(then ->
            assertThat(then.strip())
                .startsWith("insertLogical( Finding.")
                .endsWith(");")
                .containsOnlyOnce(";"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noNumbersInAConsequence(Path file) {
    assertThat(parts(THEN, file)).allSatisfy(then -> assertThat(then).doesNotContainPattern("\\d"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void noArithmetic(Path file) {
    assertThat(parts(WHEN, file))
        .isNotEmpty()
        .allSatisfy(when -> assertThat(when).doesNotContainPattern("[+*/%-]|\\d"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedRuleMatchesStatesOnly(Path file) {
    assertThat(code(file)).doesNotContain("AccountFigures", ".entity.");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleExplainsItselfAndOnlyTells(Path file) {
    assertThat(text(file)).startsWith("// Tutorial");
    assertThat(code(file)).doesNotContain(".asks(");
  }

  @Test
  void noExampleIsCritical() {
    assertThat(loaded().rules().values())
        .filteredOn(rule -> !rule.shipped())
        .extracting(RuleInfo::severity)
        .isNotEmpty()
        .doesNotContain(Severity.CRITICAL);
  }

  @Test
  void theShippedRulesMatchDerivedFactsOnly() {
    assertThat(((RuleLoad.Loaded) RuleSet.load(List.of(ShippedRules.FOLDER))).rules().factTypes())
        .containsExactlyInAnyOrder(AccountRisk.class, Feed.class);
  }

  @Test
  void theExamplesMatchTheFourRawFacts() {
    assertThat(loaded().factTypes())
        .contains(
            CashBalance.class, Position.class, MarginSnapshot.class, UserAccountAutoLiq.class);
  }

  @Test
  void everyRuleHasItsPageAndThePageNamesIt() {
    assertThat(loaded().rules().values())
        .allSatisfy(rule -> {
          var page = rule.shipped() ? stem(rule.name()) + ".md" : "examples.md";
          assertThat(rule.runbook()).isEqualTo("docs/rules/" + page);
          assertThat(text(ShippedRules.PAGES.resolve(page))).contains("`" + rule.name() + "`");
        });
  }

  @Test
  void everyDescriptionIsASentence() {
    assertThat(loaded().rules().values())
        .extracting(RuleInfo::description)
        .allSatisfy(sentence -> assertThat(sentence).matches("[A-Z].*\\."));
  }

  private static RuleSet loaded() {
    var load = RuleSet.load(List.of(ShippedRules.FOLDER, ShippedRules.EXAMPLES));
    assertThat(load).as(load.toString()).isInstanceOf(RuleLoad.Loaded.class);
    return ((RuleLoad.Loaded) load).rules();
  }

  private static String stem(String rule) {
    return rule.substring(0, rule.indexOf('.'));
  }

  private static List<String> parts(Pattern part, Path file) {
    return part.matcher(code(file)).results().map(match -> match.group(1)).toList();
  }

  private static String code(Path file) {
    return COMMENT_OR_TEXT.matcher(text(file)).replaceAll("");
  }

  private static List<Path> drl(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
