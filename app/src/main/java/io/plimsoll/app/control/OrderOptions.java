package io.plimsoll.app.control;

import io.plimsoll.app.Exit;
import io.plimsoll.app.Format;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which account a person orders something for, who that is, and why. */
final class OrderOptions {
  @Mixin private EngineOption engine = new EngineOption();

  @Option(names = "--account", required = true, description = "its number", paramLabel = "ID")
  private long account;

  @Option(
      names = "--as",
      description = "who you are, for the record; default your user name",
      paramLabel = "NAME")
  private String name = System.getProperty("user.name", "");

  @Option(
      names = "--reason",
      required = true,
      description = "why, for the record",
      paramLabel = "TEXT")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String reason;

  @Option(names = "--format", description = "text or json; default text")
  private Format format = Format.text;

  ObjectNode body() {
    return JsonMapper.shared().createObjectNode().put("by", name).put("reason", reason);
  }

  /** Has it carried out and prints what became of it. */
  int order(String what, ObjectNode body, CommandSpec command)
      throws IOException, InterruptedException {
    var reply = engine.client(command).order("/accounts/%d/%s".formatted(account, what), body);
    return switch (reply) {
      case ControlClient.Reply.Good(var answer) -> {
        var out = command.commandLine().getOut();
        switch (format) {
          case text -> out.println(answer.path("done").asString());
          case json -> out.println(answer);
        }
        out.flush();
        yield Exit.GOOD;
      }
      case ControlClient.Reply.Refused(var why) -> {
        command.commandLine().getErr().println("plimsoll: not done. " + why);
        yield Exit.DIFFERENCE;
      }
    };
  }
}
