package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that is no config at all. */
class YamlTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new ConfigFolder(home);
  }

  @Test
  void aMissingFile() {
    var result = ConfigFile.read(home.resolve("config/other.yaml"), Map.of());
    assertThat(folder.problems(result))
        .containsExactly(
            "config/other.yaml: this file does not exist. Begin with a copy of the commented example.");
  }

  @Test
  void aFolderInPlaceOfAFile() {
    assertThat(folder.problems(ConfigFile.read(home.resolve("config"), Map.of())))
        .containsExactly("config: this is a folder. Name a file in it.");
  }

  @Test
  void anEmptyFile() {
    assertThat(problems(""))
        .containsExactly(
            "config/plimsoll.yaml: this file is empty. Begin with a copy of the commented example.");
  }

  @Test
  void aFileOfCommentsOnly() {
    assertThat(problems("# nothing\n\n")).singleElement().asString().contains("is empty");
  }

  @Test
  void aFileThatIsAList() {
    assertThat(problems("- a\n- b\n"))
        .contains("config/plimsoll.yaml:1: the file is a list. Write keys below it.");
  }

  @Test
  void aTab() {
    assertThat(problems("broker:\n\trest: x\n"))
        .containsExactly(
            "config/plimsoll.yaml:2: a tab stands where YAML wants spaces. Use spaces.");
  }

  @Test
  void aKeyWrittenTwiceIsReportedWithBothLines() {
    assertThat(problems("env: a\nplans: x\nenv: b\n"))
        .contains("config/plimsoll.yaml:3: key (env) is written twice, first in line 1. Keep one.");
  }

  @Test
  void aKeyWrittenTwiceDeepInside() {
    assertThat(problems("feed:\n  price: last\n  price: last\n"))
        .contains(
            "config/plimsoll.yaml:3: key (price) is written twice, first in line 2. Keep one.");
  }

  @Test
  void anUnclosedBracket() {
    assertThat(problems("env: a\nfeed: { price: last\nplans: x\n"))
        .singleElement()
        .asString()
        .startsWith("config/plimsoll.yaml:")
        .endsWith("Look for a missing quote, bracket or colon.");
  }

  @Test
  void aColonInsideAValue() {
    assertThat(problems("env: a: b\n"))
        .containsExactly(
            "config/plimsoll.yaml:1: a second colon stands in this line, or the indentation is off. Put a text with a colon in quotes.");
  }

  @Test
  void indentationThatIsOff() {
    assertThat(problems("feed:\n    price: last\n  stale-after: 1s\n"))
        .containsExactly(
            "config/plimsoll.yaml:3: the indentation is off. Keys of one section begin in one column.");
  }

  @Test
  void aSecondDocument() {
    assertThat(problems("env: a\n---\nenv: b\n"))
        .singleElement()
        .asString()
        .contains("a second document begins");
  }

  @Test
  void anAliasInsideItsOwnAnchor() {
    assertThat(problems("feed: &a\n  price: *a\n"))
        .singleElement()
        .asString()
        .contains("stands inside its own anchor");
  }

  @Test
  void anAliasWithoutAnAnchor() {
    assertThat(problems("env: *name\n"))
        .containsExactly(
            "config/plimsoll.yaml:1: an alias (*) has no anchor (&) before it. Put a text that begins with * in quotes.");
  }

  @Test
  void moreAliasesThanAnyoneNeeds() {
    assertThat(problems("feed: &a [x]\nroute: [%s]\n".formatted("*a, ".repeat(30))))
        .containsExactly(
            "config/plimsoll.yaml: there are too many aliases (*). Write the values out.");
  }

  @Test
  void aFewAliasesAreFine() {
    folder.set("feed", "stale-after", "&wait 7s").set("actions", "verify-within", "*wait");
    assertThat(folder.settings().engine().actions().verifyWithin()).hasSeconds(7);
  }

  @Test
  void aMergeKey() {
    assertThat(problems("feed: &a { price: last }\nactions: { <<: *a }\n"))
        .contains("config/plimsoll.yaml:2: merge keys (<<) are not used here. Write the keys out.");
  }

  @Test
  void aTag() {
    assertThat(problems("env: !secret x\n"))
        .contains(
            "config/plimsoll.yaml:1: tags are not used here. Remove the one that begins with an exclamation mark.");
  }

  @Test
  void aKeyThatIsAList() {
    assertThat(problems("[a, b]: c\n"))
        .contains("config/plimsoll.yaml:1: a key is a list or a set of keys. Write a word.");
  }

  @Test
  void aCharacterThatYamlForbids() {
    assertThat(problems("env: a\nplans: \u0007\n"))
        .containsExactly(
            "config/plimsoll.yaml:2: character U+0007 is not allowed in YAML. Remove it.");
  }

  @Test
  void bytesThatAreNotUtf8() throws Exception {
    Files.write(
        home.resolve("config/plimsoll.yaml"), "env: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(folder.problems(ConfigFile.read(home.resolve("config/plimsoll.yaml"), Map.of())))
        .containsExactly("config/plimsoll.yaml: this file is not UTF-8 text. Save it as UTF-8.");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(problems("\uFEFFenvv: a\n"))
        .contains("config/plimsoll.yaml:1: the file has no key (envv). Maybe (env).");
  }

  @Test
  void deepNestingIsAProblemAndNoCrash() {
    assertThat(problems("env: " + "[".repeat(20_000))).hasSize(1);
  }

  @Test
  void aBrokenPlanFileIsReportedByItsOwnName() {
    folder.write("config/plans/20.yaml", "plans: [\n");
    assertThat(folder.problems()).singleElement().asString().startsWith("config/plans/20.yaml:");
  }

  @Test
  void pathsStartFromTheFileWhenItsFolderIsNotConfig() {
    folder.write("elsewhere/p.yaml", "");
    assertThat(ConfigFile.home(home.resolve("elsewhere/p.yaml")))
        .isEqualTo(home.resolve("elsewhere"));
  }

  @Test
  void relativePathsStayRelative() {
    assertThat(ConfigFile.home(Path.of("config/plimsoll.yaml"))).isEqualTo(Path.of(""));
    assertThat(ConfigFile.home(Path.of("x/config/plimsoll.yaml"))).isEqualTo(Path.of("x"));
    assertThat(ConfigFile.home(Path.of("../config/plimsoll.yaml"))).isEqualTo(Path.of(".."));
  }

  /** Tests run inside the folder of this module, which is named config. */
  @Test
  void aBareFileNameInsideConfigStartsFromTheFolderAbove() {
    assertThat(ConfigFile.home(Path.of("plimsoll.yaml"))).isEqualTo(Path.of(".."));
    assertThat(ConfigFile.home(Path.of("./plimsoll.yaml"))).isEqualTo(Path.of(".."));
  }

  @Test
  void aLongValueIsCutAndKeptOnOneLine() {
    var problems = problems("feed:\n  price: |\n    one\n    %s\n".formatted("x".repeat(200)));
    assertThat(problems)
        .anyMatch(p -> p.contains("feed.price (one " + "x".repeat(76) + "...) is not known"));
  }

  private List<String> problems(String yaml) {
    return folder.problems(folder.read(yaml));
  }
}
