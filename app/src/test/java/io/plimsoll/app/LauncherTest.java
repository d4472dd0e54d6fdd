package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script, with the classes under test in the place of the distribution's jars. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir private Path folder;
  private Path home;
  private Path script;

  @BeforeEach
  void copyTheScript() throws IOException {
    home = Files.createDirectories(folder.resolve("a home with spaces"));
    script = home.resolve("plimsoll");
    Files.copy(Java.home().resolve("plimsoll"), script, StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void runsFromAnotherFolderInAPathWithSpaces() throws Exception {
    jar(home.resolve("lib"));
    try (var version = launch(script, jdk())) {
      assertThat(version.exit()).as(version.said()).isEqualTo(Exit.GOOD);
      assertThat(version.said()).startsWith("plimsoll ");
    }
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    jar(home.resolve("lib"));
    var absolute = Files.createSymbolicLink(folder.resolve("absolute"), script);
    var relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute"));
    try (var version = launch(relative, jdk())) {
      assertThat(absolute).isSymbolicLink();
      assertThat(version.exit()).as(version.said()).isEqualTo(Exit.GOOD);
    }
  }

  @Test
  void looksFurtherWhenJavaHomeIsAnOlderJdk() throws Exception {
    jar(home.resolve("lib"));
    var old = folder.resolve("jdk-17");
    program(old.resolve("bin/javac"), "echo javac 17.0.15");
    program(old.resolve("bin/java"), "echo the old one was run; exit 9");
    try (var version = launch(script, old)) {
      assertThat(version.exit()).as(version.said()).isEqualTo(Exit.GOOD);
      assertThat(version.said()).contains("java 25");
    }
  }

  @Test
  void inACheckoutBuildsOnlyWhenSomethingChanged() throws Exception {
    var source = home.resolve("engine/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    jar(folder.resolve("built"));
    program(
        folder.resolve("bin/mvn"),
        "mkdir -p app/target/plimsoll && cp -R '%s' app/target/plimsoll/lib"
            .formatted(folder.resolve("built")));

    assertThat(buildsAtStart()).as("the first time").isTrue();
    assertThat(buildsAtStart()).as("nothing changed").isFalse();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(buildsAtStart()).as("a source changed").isTrue();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(buildsAtStart()).as("as built").isFalse();
    Files.delete(source);
    assertThat(buildsAtStart()).as("a source was taken away").isTrue();
  }

  @Test
  void aBuildThatFailsIsToldWithItsLog() throws Exception {
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    program(folder.resolve("bin/mvn"), "echo '[ERROR] no such thing'; exit 1");
    try (var failed = launch(script, jdk())) {
      assertThat(failed.exit()).isEqualTo(Exit.COULD_NOT_RUN);
      assertThat(failed.said())
          .contains("[ERROR] no such thing")
          .contains("the build failed")
          .contains(home.resolve("app/target/plimsoll.build.log").toString());
    }
  }

  private boolean buildsAtStart() throws Exception {
    try (var version = launch(script, jdk())) {
      assertThat(version.exit()).as(version.said()).isEqualTo(Exit.GOOD);
      return version.said().contains("Building Plimsoll");
    }
  }

  private Program launch(Path script, Path javaHome) throws IOException {
    var builder = new ProcessBuilder(script.toString(), "version").directory(folder.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder
        .environment()
        .merge(
            "PATH",
            "",
            (path, _) -> folder.resolve("bin") + ":" + jdk().resolve("bin") + ":" + path);
    return Program.start(builder);
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A folder with one jar, which holds nothing but the class path of this test. */
  private static void jar(Path lib) throws IOException {
    Files.createDirectories(lib);
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    var path =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
    try (OutputStream file = Files.newOutputStream(lib.resolve("all.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
  }
}
