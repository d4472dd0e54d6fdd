package io.plimsoll.bench;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the objects take that are in use, after a full collection. The heap's own figure counts the
 * room between them too, which the collector fills and which grows and shrinks as it likes.
 */
final class LiveHeap {
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");
  private static final String FILLER = "jdk.internal.vm.Filler";

  private LiveHeap() {}

  /** In bytes, of this process. */
  static long bytes() {
    try {
      var histogram =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      return bytes(histogram);
    } catch (JMException notThisJvm) {
      throw new IllegalStateException("This JVM does not count its objects.", notThisJvm);
    }
  }

  /** The sum of a class histogram's lines without the collector's own fillers. */
  static long bytes(String histogram) {
    long sum = 0;
    for (var line : histogram.lines().toList()) {
      var parts = LINE.matcher(line);
      if (parts.matches() && !parts.group(2).contains(FILLER)) {
        sum += Long.parseLong(parts.group(1));
      }
    }
    return sum;
  }
}
