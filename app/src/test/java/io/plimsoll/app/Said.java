package io.plimsoll.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said, run in this process by the real command line. */
record Said(int exit, String out, String err) {
  static Said by(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Said(exit, out.toString(), err.toString());
  }
}
