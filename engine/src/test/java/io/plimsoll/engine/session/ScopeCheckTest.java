package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.loaded;
import static io.plimsoll.engine.session.Drl.problems;
import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Drl.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.Detail;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeCheckTest {
  private static final String ON_ACCOUNT =
      "insertLogical( Finding.onAccount( drools, $account ) );";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Finding.of( drools, $f )",
        "Finding.of(drools,$f)",
        "Finding . of ( drools , $f )",
        "Finding.onAccount( drools, $f.accountId() )",
        "Finding.onAccount( drools, $f.getAccountId() )"
      })
  void aFindingAboutAFillIsRefusedWithTheWayToItsAccount(String finding) {
    assertThat(refused("$f : Fill()", finding))
        .contains(
            "rule (a.x) makes a finding about $f, but Fill does not say for sure which account it"
                + " belongs to. Match also Order( id == $f.orderId, $account : accountId ), and"
                + " write Finding.onAccount( drools, $account ).");
  }

  @Test
  void soIsOneAboutWhatIsTheSameForAllAccounts() {
    assertThat(refused("$f : Product()", "Finding.of( drools, $f )"))
        .contains("Match also a fact of an account, such as Account( $account : accountId ),");
  }

  @Test
  void aCommentIsNoFinding() {
    write(
        folder,
        "a.drl",
        rule(
            "a.x",
            "Fill( $order : orderId ) Order( id == $order, $account : accountId )",
            "// not Finding.of( drools, $f )\n" + ON_ACCOUNT));
    assertThat(loaded(folder).rules()).containsOnlyKeys("a.x");
  }

  @Test
  void aFactOfAnAccountIsItsOwnScope() {
    write(
        folder,
        "a.drl",
        rule("a.x", "$f : Position()", "insertLogical( Finding.of( drools, $f ) );"));
    assertThat(loaded(folder).rules()).containsOnlyKeys("a.x");
  }

  static List<EntityType> details() {
    return Arrays.stream(EntityType.values())
        .filter(type -> Detail.class.isAssignableFrom(type.type()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("details")
  void theWayToTheAccountOfADetailIsKnown(EntityType type) {
    assertThat(ScopeCheck.way(type.type())).contains("id == ").endsWith("$account : accountId )");
  }

  /** All in one compilation, since each takes seconds. */
  @Test
  void everyWayThatIsNamedCompiles() {
    var rules =
        Arrays.stream(EntityType.values())
            .filter(type -> ScopeCheck.way(type.type()).contains("$account"))
            .filter(type -> !ScopeCheck.way(type.type()).startsWith("a fact"))
            .flatMap(ScopeCheckTest::byTheWay)
            .toArray(String[]::new);
    write(folder, "a.drl", rules);
    assertThat(loaded(folder).rules()).hasSize(14);
  }

  private static Stream<String> byTheWay(EntityType type) {
    var name = type.type().getSimpleName();
    var way = ScopeCheck.way(type.type()).formatted("$f");
    var when =
        way.contains("(")
            ? "$f : %s() %s".formatted(name, way)
            : "$f : %s( %s )".formatted(name, way);
    return Stream.of(rule("a." + type.wireName(), when, ON_ACCOUNT));
  }

  private String refused(String when, String finding) {
    write(folder, "a.drl", rule("a.x", when, "insertLogical( " + finding + " );"));
    return problems(folder).getFirst().text();
  }
}
