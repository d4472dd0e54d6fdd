package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.AccountRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** What must be so of every rule beyond what the compiler demands. */
final class RuleCheck {
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern ASKS = Pattern.compile("\\.\\s*asks\\s*\\(");
  private static final Pattern BARE_WORD =
      Pattern.compile("\"[^\"]*\"|'[^']*'|(?<![.#$\\w]|instanceof )([A-Z]\\w+)\\b(?!\\s*[.(])");
  private static final Pattern FOR_EVER = Pattern.compile("\\binsert\\s*\\(\\s*Finding\\b");

  private static final Pattern HALT = Pattern.compile("\\bhalt\\s*\\(");

  private final Set<String> declared = new HashSet<>();
  private final Map<String, RuleInfo> rules = new HashMap<>();
  private final List<RuleProblem> problems = new ArrayList<>();

  RuleCheck(List<RuleFile> files) {
    files.forEach(file -> declared.addAll(file.declared()));
    files.forEach(file -> file.rules().forEach(rule -> check(file, rule)));
  }

  /** By name; complete only when there are no problems. */
  Map<String, RuleInfo> rules() {
    return rules;
  }

  List<RuleProblem> problems() {
    return problems;
  }

  private void check(RuleFile file, RuleDescr rule) {
    checkName(file, rule);
    checkTypes(file, rule);
    checkConstants(file, rule);
    checkConsequence(file, rule);
    var severity = severity(file, rule);
    var description = required(file, rule, "description");
    var runbook = required(file, rule, "runbook");
    var info =
        new RuleInfo(
            rule.getName(),
            file.path(),
            severity,
            description,
            runbook,
            figure(file, rule, "value"),
            figure(file, rule, "limit"),
            file.shipped());
    rules.putIfAbsent(rule.getName(), info);
  }

  private void checkName(RuleFile file, RuleDescr rule) {
    var prefix = file.stem() + ".";
    if (!rule.getName().startsWith(prefix) || rule.getName().length() == prefix.length()) {
      refuse(file, rule, "must be named (%s<state>), after its file.".formatted(prefix));
    }
    var other = rules.get(rule.getName());
    if (other != null) {
      refuse(file, rule, "exists already in %s. Rename one.".formatted(other.file()));
    }
  }

  private void checkTypes(RuleFile file, RuleDescr rule) {
    for (var pattern : rule.getLhs().getAllPatternDescr()) {
      var name = pattern.getObjectType();
      if (file.classNamed(name).isEmpty() && !declared.contains(name)) {
        problems.add(
            new RuleProblem(
                file.path(),
                pattern.getLine(),
                rule.getName(),
                "rule (%s) matches (%s), which is no known fact. %s"
                    .formatted(rule.getName(), name, wayToType(name))));
      }
    }
  }

  /** A constant without its class builds in places, and never matches. */
  private void checkConstants(RuleFile file, RuleDescr rule) {
    for (var pattern : rule.getLhs().getAllPatternDescr()) {
      var fact = file.classNamed(pattern.getObjectType());
      for (var part : pattern.getConstraint().getDescrs()) {
        for (var match : BARE_WORD.matcher(part.toString()).results().toList()) {
          var word = match.group(1);
          if (word != null) {
            FactVocabulary.enumWith(word, fact)
                .ifPresent(type -> problems.add(bareWord(file, rule, part, word, type)));
          }
        }
      }
    }
  }

  private static RuleProblem bareWord(
      RuleFile file, RuleDescr rule, BaseDescr part, String word, Class<?> type) {
    var written = type.getCanonicalName().replaceFirst("^[a-z.]+\\.(?=[A-Z])", "");
    return new RuleProblem(
        file.path(),
        part.getLine(),
        rule.getName(),
        "rule (%s) compares with (%s), which never matches. Write (%s.%s)."
            .formatted(rule.getName(), word, written, word));
  }

  private static String wayToType(String name) {
    var names = FactVocabulary.FACTS.stream().map(Class::getSimpleName).toList();
    return FactVocabulary.FACTS.stream()
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst()
        .map(type -> "Add (import %s).".formatted(type.getName()))
        .orElseGet(() -> FactVocabulary.maybe(name, names));
  }

  private void checkConsequence(RuleFile file, RuleDescr rule) {
    var text = COMMENT.matcher(String.join("\n", RuleFile.consequences(rule))).replaceAll("");
    if (ASKS.matcher(text).find() && !matchesAccountRisk(file, rule.getLhs())) {
      refuse(
          file,
          rule,
          "asks for an account action and matches no AccountRisk. Match a latched state of it.");
    }
    ScopeCheck.problem(file, rule, text).ifPresent(problem -> refuse(file, rule, problem));
    if (FOR_EVER.matcher(text).find()) {
      refuse(file, rule, "inserts a finding that never ends. Write insertLogical.");
    }
    if (HALT.matcher(text).find()) {
      refuse(file, rule, "halts all rules. Leave halt out.");
    }
  }

  /** Whether the fact itself must be there: a pattern under {@code not} or {@code or} is none. */
  private static boolean matchesAccountRisk(RuleFile file, AndDescr conditions) {
    return conditions.getDescrs().stream()
        .anyMatch(part ->
            switch (part) {
              case AndDescr and -> matchesAccountRisk(file, and);
              case PatternDescr pattern ->
                  file.classNamed(pattern.getObjectType())
                      .filter(AccountRisk.class::equals)
                      .isPresent();
              default -> false;
            });
  }

  private Severity severity(RuleFile file, RuleDescr rule) {
    var word = annotation(rule, "severity").orElse("");
    for (var severity : Severity.values()) {
      if (severity.name().equals(word)) {
        return severity;
      }
    }
    var words = Arrays.toString(Severity.values());
    refuse(
        file,
        rule,
        word.isEmpty()
            ? "has no @severity. Write @severity( WARNING ), or another of %s.".formatted(words)
            : "has the severity (%s). Write one of %s.".formatted(word, words));
    return Severity.CRITICAL;
  }

  private String required(RuleFile file, RuleDescr rule, String name) {
    var text = annotation(rule, name).orElse("");
    if (text.isBlank()) {
      refuse(file, rule, "has no @%s. Write @%s( \"...\" ).".formatted(name, name));
    }
    return text;
  }

  private @Nullable String figure(RuleFile file, RuleDescr rule, String name) {
    var figure = annotation(rule, name).orElse(null);
    if (figure != null && !FactVocabulary.FIGURES.contains(figure)) {
      refuse(
          file,
          rule,
          "names (%s) as @%s, which is no figure of AccountFigures. %s"
              .formatted(figure, name, FactVocabulary.maybe(figure, FactVocabulary.FIGURES)));
    }
    return figure;
  }

  private static Optional<String> annotation(RuleDescr rule, String name) {
    return Optional.ofNullable(rule.getAnnotation(name))
        .map(annotation -> annotation.getSingleValueAsString())
        .map(text -> text.strip().replaceAll("^\"|\"$", ""));
  }

  private void refuse(RuleFile file, RuleDescr rule, String text) {
    problems.add(
        new RuleProblem(
            file.path(),
            rule.getLine(),
            rule.getName(),
            "rule (%s) %s".formatted(rule.getName(), text)));
  }
}
