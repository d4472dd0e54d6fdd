package io.plimsoll.engine.session;

import io.plimsoll.engine.session.RuleCompiler.Compiled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieContainer;

/**
 * Rules that compiled, all of them. Immutable; any number of sessions may be opened from it, in any
 * thread.
 */
public final class RuleSet {
  private final KieContainer container;
  private final KieBase base;
  private final String version;
  private final Map<String, RuleInfo> rules;
  private final Set<Class<?>> factTypes;

  private RuleSet(KieContainer container, String version, Map<String, RuleInfo> rules) {
    this.container = container;
    this.version = version;
    this.rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    this.base = container.newKieBase(null);
    for (var kiePackage : base.getKiePackages()) {
      for (var rule : List.copyOf(kiePackage.getRules())) {
        if (!rules.containsKey(rule.getName())) {
          base.removeRule(kiePackage.getName(), rule.getName());
        }
      }
    }
    this.factTypes = MatchedTypes.of(base);
  }

  /**
   * Reads {@code *.drl} directly in each folder, in the order of the folders and then by name, and
   * compiles all of them together. Takes seconds the first time.
   *
   * @param folders the first holds the shipped rules
   */
  public static RuleLoad load(List<Path> folders) {
    var reader = new RuleReader(folders);
    var files = reader.files();
    var check = new RuleCheck(files);
    var problems = new ArrayList<>(reader.problems());
    problems.addAll(check.problems());
    if (!problems.isEmpty()) {
      return new RuleLoad.Refused(problems);
    }
    return switch (RuleCompiler.compile(files)) {
      case Compiled.Ready(var container) ->
          new RuleLoad.Loaded(new RuleSet(container, hash(files), check.rules()));
      case Compiled.Broken(var complaints) ->
          new RuleLoad.Refused(CompileReport.of(files, complaints));
    };
  }

  /** First 12 hex digits of the SHA-256 over the files' names and texts. */
  public String version() {
    return version;
  }

  /** By name, in the order of the names. */
  public Map<String, RuleInfo> rules() {
    return rules;
  }

  /**
   * The classes of facts that some rule matches, of those the engine has; a fact of another class
   * need not be put into a session.
   */
  public Set<Class<?>> factTypes() {
    return factTypes;
  }

  /** The same set, and version, with these rules taken out. Takes milliseconds. */
  public RuleSet without(Set<String> ruleNames) {
    var kept = new TreeMap<>(rules);
    kept.keySet().removeAll(new HashSet<>(ruleNames));
    return new RuleSet(container, version, kept);
  }

  /** A session with no facts yet. The caller closes it. */
  public RuleSession newSession() {
    return new RuleSession(base.newKieSession(), rules.keySet(), factTypes);
  }

  private static String hash(List<RuleFile> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        for (var part : List.of(file.path().getFileName().toString(), file.text())) {
          digest.update(part.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
