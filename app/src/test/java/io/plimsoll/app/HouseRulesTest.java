package io.plimsoll.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import io.plimsoll.notifiers.email.EmailNotifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The laws of the house that no compiler knows: time is given, money is exact, names say what. */
class HouseRulesTest {
  private static final String[] MONEY = {
    "io.plimsoll.engine..", "io.plimsoll.config..", "io.plimsoll.notifiers.."
  };
  private static final Set<String> INEXACT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @Test
  void onlyConfigReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.plimsoll.config")
        .should()
        .callMethodWhere(target(owner(assignableTo(System.class))).and(target(name("getenv"))))
        .check(House.CLASSES);
  }

  @Test
  void onlyConfigReadsYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.plimsoll.config")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "org.yaml..")
        .check(House.CLASSES);
  }

  /** Except the short constructor of EmailNotifier, for those who have no clock of their own. */
  @Test
  void timeIsGivenAndNotAskedOfTheSystem() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.plimsoll.app..", "io.plimsoll.simulator..", "io.plimsoll.bench..")
        .and()
        .areNotAssignableTo(EmailNotifier.class)
        .should()
        .callMethodWhere(asksTheSystem())
        .check(House.CLASSES);
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaCall<?>> asksTheSystem() {
    return target(owner(assignableTo(System.class)))
        .and(target(name("currentTimeMillis")))
        .or(target(owner(assignableTo(Clock.class))).and(target(nameStartingWith("system"))))
        .or(target(owner(assignableTo(InstantSource.class))).and(target(name("system"))))
        .or(
            target(
                    owner(
                        assignableTo(Instant.class)
                            .or(assignableTo(LocalDate.class))
                            .or(assignableTo(LocalDateTime.class))
                            .or(assignableTo(ZonedDateTime.class))))
                .and(target(name("now"))))
        .as("ask the system for the time");
  }

  @Test
  void noFieldOfMoneyIsInexact() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(MONEY)
        .should()
        .haveRawType(INEXACT_TYPE)
        .check(House.CLASSES);
  }

  @Test
  void nothingTakesOrGivesInexactMoney() {
    noCodeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(MONEY)
        .should()
        .haveRawReturnType(INEXACT_TYPE)
        .orShould()
        .haveRawParameterTypes(
            DescribedPredicate.describe(
                "with a double or float", types -> types.stream().anyMatch(INEXACT_TYPE)))
        .check(House.CLASSES);
  }

  private static final DescribedPredicate<JavaClass> INEXACT_TYPE =
      DescribedPredicate.describe(
          "double or float", type -> INEXACT.contains(type.getBaseComponentType().getName()));

  /** MarketData is the vendor's own word, of the frame that brings quotes. */
  @Test
  void noClassHasAnEmptyName() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.plimsoll.engine.tradovate.Message$MarketData")
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data)(\\$.*)?")
        .orShould()
        .haveSimpleNameContaining("Common")
        .check(House.CLASSES);
  }

  @Test
  void noPackageHasAnEmptyName() {
    assertThat(House.packages())
        .flatExtracting(each -> List.of(each.getName().split("\\.")))
        .doesNotContain("common", "util", "utils", "helper", "helpers", "api");
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(House.packages())
        .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }
}
