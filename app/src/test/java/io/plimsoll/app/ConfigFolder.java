package io.plimsoll.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder with settings that are good, until a test changes them. */
final class ConfigFolder {
  static final String PASSWORD = "pass-that-must-not-be-seen";
  static final String HOOK_KEY = "TUZLUTlyOEdLWXFyVHdqVVBEOElMUFpJbzJMYUxhU3c=";

  private static final String GOOD =
      """
      data-folder: data
      broker:
        rest: http://127.0.0.1:BROKER/v1
        socket: ws://127.0.0.1:BROKER/v1/websocket
        market-data: ws://127.0.0.1:BROKER/v1/md/websocket
        name: demo
        password-file: password
        device-id: plimsoll-test
      rules:
        folders: [DRL]
        stages: { default: alert, trailing-drawdown: observe }
      plans: PLANS
      receivers:
        hook:
          webhook:
            url: http://127.0.0.1:1/hook
            secret-file: hook-key
      route:
        receivers: [hook]
      """;

  private final Path folder;
  private String text;

  ConfigFolder(Path folder) throws IOException {
    this.folder = folder;
    this.text =
        GOOD.replace("DRL", Java.home().resolve("rules/drl").normalize().toString())
            .replace("PLANS", Java.home().resolve("config/plans").normalize().toString());
    secret("password", PASSWORD);
    secret("hook-key", "whsec_" + HOOK_KEY);
  }

  ConfigFolder secret(String name, String content) throws IOException {
    var file = Files.writeString(folder.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return this;
  }

  ConfigFolder broker(int port) {
    return with("BROKER", Integer.toString(port));
  }

  ConfigFolder with(String old, String changed) {
    if (!text.contains(old)) {
      throw new IllegalArgumentException("(%s) is not in the settings".formatted(old));
    }
    text = text.replace(old, changed);
    return this;
  }

  /** Another rule folder, with one file in it. */
  ConfigFolder withRule(String name, String drl) throws IOException {
    var rules = Files.createDirectories(folder.resolve("own-rules"));
    Files.writeString(rules.resolve(name), drl);
    return with("folders: [", "folders: [own-rules, ");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** The settings file's path. */
  String write() throws IOException {
    var file = folder.resolve("plimsoll.yaml");
    Files.writeString(file, text.replace("BROKER", "1"));
    return file.toString();
  }
}
