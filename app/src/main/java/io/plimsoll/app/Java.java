package io.plimsoll.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How this program starts another Java program from the same jars. */
public final class Java {
  private Java() {}

  /** A command line for a main class, with this JVM and this class path. */
  public static ProcessBuilder program(String mainClass, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        Arrays.asList(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dplimsoll.home=" + home(),
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** The folder that holds rules/ and config/: as the launcher says, else the working folder. */
  public static Path home() {
    return Path.of(System.getProperty("plimsoll.home", "")).toAbsolutePath();
  }
}
