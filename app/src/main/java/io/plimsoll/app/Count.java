package io.plimsoll.app;

/** A number of things, in words: {@code 1 plan}, {@code 4 plans}. */
public final class Count {
  private Count() {}

  /**
   * @param thing a noun that takes an s
   */
  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
