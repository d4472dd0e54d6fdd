package io.plimsoll.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which way the code may look. A new direction is a decision: change the tables with it. */
class ArchitectureTest {
  static final Set<String> MODULES = House.MODULES.keySet();
  static final Set<String> EXCEPTIONS = House.EXCEPTIONS.keySet();
  static final Set<String> ENGINE_PACKAGES = House.ENGINE.keySet();

  @ParameterizedTest
  @FieldSource("MODULES")
  void aModuleNamesOnlyThoseItMay(String module) {
    var allowed =
        Stream.concat(Stream.of(module), House.MODULES.getOrDefault(module, Set.of()).stream())
            .map(each -> "io.plimsoll." + each + "..");
    look("io.plimsoll." + module + "..", allowed);
  }

  @ParameterizedTest
  @FieldSource("ENGINE_PACKAGES")
  void anEnginePackageNamesOnlyThoseItMay(String name) {
    var allowed =
        Stream.concat(Stream.of(name), House.ENGINE.getOrDefault(name, Set.of()).stream())
            .map(each -> "io.plimsoll.engine." + each);
    // The root of the engine holds what every word of the way may need: Secret.
    look("io.plimsoll.engine." + name, Stream.concat(Stream.of("io.plimsoll.engine"), allowed));
  }

  private static void look(String from, Stream<String> allowed) {
    classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackages("io.plimsoll..")
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(House.CLASSES.that(areNo(House.EXCEPTIONS)));
  }

  /** An exception is for one class and the packages named with it, no more. */
  @ParameterizedTest
  @FieldSource("EXCEPTIONS")
  void anExceptionNamesOnlyWhatItIsFor(String name) {
    var alone = House.CLASSES.get(name);
    var from = alone.getPackageName().substring("io.plimsoll.engine.".length());
    var allowed =
        Stream.of(
                Stream.of(from),
                House.ENGINE.getOrDefault(from, Set.of()).stream(),
                House.EXCEPTIONS.getOrDefault(name, Set.of()).stream())
            .flatMap(each -> each)
            .map(each -> "io.plimsoll.engine." + each);
    classes()
        .that()
        .haveFullyQualifiedName(name)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackages("io.plimsoll..")
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(House.CLASSES);
  }

  private static DescribedPredicate<JavaClass> areNo(Map<String, Set<String>> exceptions) {
    return DescribedPredicate.describe(
        "are no exceptions", each -> !exceptions.containsKey(each.getFullName()));
  }

  @Test
  void theRootOfTheEngineNamesNoPackageOfIt() {
    look("io.plimsoll.engine", Stream.of("io.plimsoll.engine"));
  }

  @Test
  void everyModuleIsInTheTable() {
    var modules =
        House.packagesBelow("io.plimsoll").stream()
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    assertThat(modules).isEqualTo(MODULES);
  }

  @Test
  void everyEnginePackageIsInTheTableOrIsTheShardOnTop() {
    var engine = House.packagesBelow("io.plimsoll.engine");
    engine.remove("shard");
    assertThat(engine).isEqualTo(ENGINE_PACKAGES);
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void thePackagesOfAModuleHaveNoCycle(String module) {
    slices()
        .matching("io.plimsoll." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true) // config is one package
        .check(House.CLASSES);
  }

  @Test
  void onlyTheSessionNamesDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.plimsoll.engine.session")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .check(House.CLASSES);
  }

  @Test
  void onlyTheStoreNamesSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.plimsoll.engine.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
        .check(House.CLASSES);
  }
}
