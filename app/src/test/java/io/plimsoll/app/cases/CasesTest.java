package io.plimsoll.app.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.plimsoll.app.Java;
import io.plimsoll.config.CaseFile;
import io.plimsoll.config.cases.WorkedCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The worked cases that ship, each by its name. */
class CasesTest {
  @TestFactory
  Stream<DynamicNode> cases() throws IOException {
    return CaseFile.in(Java.home().resolve("rules/src/test/cases").normalize()).stream()
        .map(CasesTest::file);
  }

  private static DynamicNode file(Path path) {
    var file = CaseFile.read(path);
    return dynamicContainer(
        path.getFileName().toString(),
        path.toUri(),
        Stream.concat(
            Stream.of(
                dynamicTest("can be read whole", () -> assertThat(file.problems()).isEmpty())),
            file.cases().stream()
                .map(one -> dynamicTest(one.name(), path.toUri(), () -> isAsItSays(one)))));
  }

  private static void isAsItSays(WorkedCase one) {
    var result = Cases.run(one);
    var text = new StringWriter();
    new Printed(new PrintWriter(text)).print(result);
    assertThat(result.differences()).as("%n%s", text).isEmpty();
  }
}
