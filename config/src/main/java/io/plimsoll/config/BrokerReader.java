package io.plimsoll.config;

import io.plimsoll.engine.tradovate.BrokerSettings;
import io.plimsoll.engine.tradovate.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The section {@code broker}. */
final class BrokerReader {
  private static final int LONGEST_DEVICE_ID = 64;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private BrokerReader() {}

  static Optional<BrokerSettings> read(Value value) {
    var section =
        Section.open(
            value,
            "rest",
            "socket",
            "market-data",
            "name",
            "password",
            "password-file",
            "app-id",
            "app-version",
            "device-id",
            "cid",
            "sec",
            "sec-file",
            "follow",
            "heartbeat",
            "silence",
            "timeout",
            "limits");
    var rest = section.required("rest", Places.address("https", "http"));
    var socket = section.required("socket", Places.address("wss", "ws"));
    var marketData = section.required("market-data", orNone(Places.address("wss", "ws")));
    var credentials = credentials(section);
    var following = FollowReader.read(section.at("follow"));
    var heartbeat =
        section.optional("heartbeat", Written::duration).orElse(Duration.ofMillis(2500));
    var silence = section.optional("silence", Written::duration).orElse(Duration.ofSeconds(10));
    var timeout = section.optional("timeout", Written::duration).orElse(Duration.ofSeconds(10));
    var limits = LimitsReader.read(section.at("limits"));
    if (heartbeat.compareTo(silence) >= 0) {
      section
          .at(section.has("heartbeat") ? "heartbeat" : "silence")
          .problem(
              "broker.heartbeat (%d ms) must be shorter than broker.silence (%d ms)."
                  .formatted(heartbeat.toMillis(), silence.toMillis()));
    }
    rest.ifPresent(uri -> warnOfPlainText(section.at("rest"), uri));
    socket.ifPresent(uri -> warnOfPlainText(section.at("socket"), uri));
    return section.build(() ->
        new BrokerSettings(
            rest.orElseThrow(),
            socket.orElseThrow(),
            marketData.orElseThrow().orElse(null),
            credentials.orElseThrow(),
            following.orElseThrow(),
            heartbeat,
            silence,
            timeout,
            limits.orElseThrow()));
  }

  private static Optional<Credentials> credentials(Section section) {
    var name = section.required("name", Written::text);
    var password = SecretReader.required(section, "password");
    var appId = section.optional("app-id", Written::text).orElse("Plimsoll");
    var appVersion = section.optional("app-version", Written::text).orElse("1.0");
    var deviceId = section.required("device-id", BrokerReader::deviceId);
    var cid = section.optional("cid", Written::text);
    var sec = SecretReader.optional(section, "sec");
    return section.build(() ->
        new Credentials(
            name.orElseThrow(),
            password.orElseThrow(),
            appId,
            appVersion,
            deviceId.orElseThrow(),
            cid.orElse(null),
            sec.orElse(null)));
  }

  private static String deviceId(String text) {
    var id = text.strip();
    if (id.length() > LONGEST_DEVICE_ID) {
      throw new NotReadable(
          "has %d characters. The broker takes at most %d."
              .formatted(id.length(), LONGEST_DEVICE_ID));
    }
    return id;
  }

  private static Function<String, Optional<URI>> orNone(Function<String, URI> address) {
    return text ->
        text.strip().equals("none") ? Optional.empty() : Optional.of(address.apply(text));
  }

  private static void warnOfPlainText(Value value, URI uri) {
    boolean plain = uri.getScheme().equals("http") || uri.getScheme().equals("ws");
    if (plain && !THIS_MACHINE.contains(uri.getHost())) {
      value.warning(
          "%s sends the password unencrypted. Use https and wss.".formatted(value.name()));
    }
  }
}
