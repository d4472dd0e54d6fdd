package io.plimsoll.app;

import picocli.CommandLine.IVersionProvider;

/** The version the jar was built with. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"plimsoll " + number(), "java " + Runtime.version()};
  }

  static String number() {
    var built = Main.class.getPackage().getImplementationVersion();
    return built == null ? "not packaged" : built;
  }
}
