package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with a small, correct config that a test changes in one place. */
final class ConfigFolder {
  static final String PASSWORD = "whsec_cGxpbXNvbGwtcGxpbXNvbGwtcGxpbXNvbGwh";

  final Path home;
  private final Map<String, String> top = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private final Map<String, String> environment = new HashMap<>(Map.of("PW", PASSWORD));

  ConfigFolder(Path home) {
    this.home = home;
    write("rules/drl/one.drl", "");
    write(
        "config/plans/10.yaml",
        "plans: [{ name: p, accounts: { name: A }, margin-used: { alert: 70% } }]");
    set("broker", "rest", "https://demo.example.org/v1");
    set("broker", "socket", "wss://demo.example.org/v1/websocket");
    set("broker", "market-data", "none");
    set("broker", "name", "trader");
    set("broker", "password", "${env:PW}");
    set("broker", "device-id", "one");
    set("receivers", "hook", "{ webhook: { url: https://example.org, secret: \"${env:PW}\" } }");
    set("route", "receivers", "[hook]");
  }

  ConfigFolder set(String key, String value) {
    top.put(key, value);
    return this;
  }

  ConfigFolder set(String section, String key, String value) {
    sections.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(key, value);
    return this;
  }

  ConfigFolder without(String section, String key) {
    sections.getOrDefault(section, new HashMap<>()).remove(key);
    return this;
  }

  ConfigFolder without(String section) {
    sections.remove(section);
    return this;
  }

  ConfigFolder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ConfigFolder plan(String keys) {
    return plans("plans: [{ name: p, accounts: { name: A }, %s }]".formatted(keys));
  }

  ConfigFolder plans(String yaml) {
    return write("config/plans/10.yaml", yaml);
  }

  ConfigFolder write(String path, String text) {
    try {
      var file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigResult read() {
    var yaml = new StringBuilder();
    top.forEach((key, value) -> yaml.append("%s: %s\n".formatted(key, value)));
    sections.forEach((section, keys) -> {
      yaml.append(section).append(":\n");
      keys.forEach((key, value) -> yaml.append("  %s: %s\n".formatted(key, value)));
    });
    return read(yaml.toString());
  }

  ConfigResult read(String yaml) {
    write("config/plimsoll.yaml", yaml);
    return ConfigFile.read(home.resolve("config/plimsoll.yaml"), environment);
  }

  Settings settings() {
    return sound(read());
  }

  static Settings sound(ConfigResult result) {
    assertThat(result).isInstanceOf(Settings.class);
    return (Settings) result;
  }

  Plan onlyPlan() {
    var plans = settings().engine().plans();
    assertThat(plans).hasSize(1);
    return plans.getFirst();
  }

  /** As printed, with paths from the home folder. */
  List<String> problems() {
    return problems(read());
  }

  List<String> problems(ConfigResult result) {
    assertThat(result).isInstanceOf(Refused.class);
    return print(((Refused) result).problems());
  }

  List<String> warnings() {
    return print(settings().warnings());
  }

  /** The texts alone. */
  List<String> texts() {
    var result = read();
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).problems().stream().map(Problem::text).toList();
  }

  private List<String> print(List<Problem> problems) {
    return problems.stream().map(p -> p.toString().replace(home + "/", "")).toList();
  }
}
