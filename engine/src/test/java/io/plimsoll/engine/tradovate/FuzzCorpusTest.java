package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Jazzer finds no tests, and says nothing, with a version of JUnit that it does not know. */
class FuzzCorpusTest {
  private static List<MethodSource> fuzzTests() {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage("io.plimsoll.engine"))
            .filters(includeTags("jazzer"), includeClassNamePatterns(".*FuzzTest"))
            .build();
    var plan = LauncherFactory.create().discover(request);
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .map(TestIdentifier::getSource)
        .flatMap(Optional::stream)
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .toList();
  }

  @Test
  void everyFuzzTestIsFound() {
    assertThat(fuzzTests()).hasSize(7);
  }

  @Test
  void everyFuzzTestHasSeedsThatAreKept() throws Exception {
    for (var test : fuzzTests()) {
      var folder = test.getJavaClass().getSimpleName() + "Inputs/" + test.getMethodName();
      var seeds = test.getJavaClass().getResource(folder);
      assertThat(seeds).as(folder).isNotNull();
      try (var files = Files.list(Path.of(seeds.toURI()))) {
        assertThat(files).as(folder).hasSizeGreaterThan(4);
      }
    }
  }
}
