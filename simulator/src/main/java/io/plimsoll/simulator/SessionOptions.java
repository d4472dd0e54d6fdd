package io.plimsoll.simulator;

import io.plimsoll.simulator.fault.DurationText;
import io.plimsoll.simulator.rest.Limits;
import io.plimsoll.simulator.rest.Limits.Limit;
import io.plimsoll.simulator.rest.SessionRules;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Logins, connections and how many calls there may be. */
final class SessionOptions {
  @Option(names = "--token-life", description = "How long a token is good.", paramLabel = "TIME")
  private String tokenLife = "90m";

  @Option(
      names = "--at-expiry",
      description = "What becomes of a socket when its token expires: ${COMPLETION-CANDIDATES}")
  private SessionRules.AtExpiry atExpiry = SessionRules.AtExpiry.stays;

  @Option(
      names = "--logins",
      description = "Sessions at a time; one more displaces the oldest. 0: any number.",
      paramLabel = "N")
  private int logins = 2;

  @Option(
      names = "--connections",
      description = "Sockets of the user at a time; one more closes the oldest. 0: any number.",
      paramLabel = "N")
  private int connections = 0;

  @Option(
      names = "--connections-per-address",
      description = "The same for one IP address.",
      paramLabel = "N")
  private int addresses = 0;

  @Option(names = "--revoke", description = "The token of a socket closed so is no longer good.")
  private boolean revokes;

  @Option(names = "--no-limits", description = "Any number of calls. Else the published limits.")
  private boolean unlimited;

  @Option(
      names = "--limit",
      description = "Calls of an endpoint in any hour, such as user/syncrequest=20; repeatable.",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "ENDPOINT=N")
  private Map<String, Integer> limits = new LinkedHashMap<>(); // picocli adds to it

  SessionRules sessions() {
    return new SessionRules(
        DurationText.parse(tokenLife), atExpiry, logins, connections, addresses, revokes);
  }

  Limits limits() {
    var all = unlimited ? Limits.none() : Limits.published();
    for (var each : limits.entrySet()) {
      all = all.with(each.getKey(), Limit.of(each.getValue()));
    }
    return all;
  }
}
