package io.plimsoll.engine.session;

import io.plimsoll.engine.session.RuleCompiler.Compiled;
import io.plimsoll.engine.session.RuleCompiler.Complaint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Finds which rules do not compile, where and why. The executable model's own errors name neither
 * rule nor line, so each rule is compiled alone; only called when the whole set has failed.
 */
final class CompileReport {
  private static final Pattern UNKNOWN_FIELD =
      Pattern.compile("Unknown field (\\w+) on class (.+)");
  private static final Pattern UNKNOWN_METHOD = Pattern.compile("Method (\\w+) on class (\\S+) .*");
  private static final Pattern BOUND = Pattern.compile("([$\\w]+)\\s*:=?(?!:)");
  private static final Pattern WORD =
      Pattern.compile("\"[^\"]*\"|'[^']*'|(?<![.$\\w])([a-z]\\w*)\\b(?!\\s*[:(])");
  private static final Set<String> KEYWORDS =
      Set.of(
          "this",
          "null",
          "true",
          "false",
          "in",
          "not",
          "matches",
          "contains",
          "excludes",
          "new",
          "memberOf",
          "soundslike",
          "str",
          "instanceof",
          "after",
          "before",
          "over",
          "window");

  private CompileReport() {}

  /** Never empty. */
  static List<RuleProblem> of(List<RuleFile> files, List<Complaint> complaints) {
    var problems = new ArrayList<RuleProblem>();
    for (var file : files) {
      for (var rule : file.rules()) {
        switch (RuleCompiler.compile(List.of(file.only(rule)))) {
          case Compiled.Ready(var container) -> container.dispose();
          case Compiled.Broken(var own) -> problems.add(explain(file, rule, own));
        }
      }
    }
    if (problems.isEmpty()) {
      // Every rule is good alone: a function, an import, or two files that do not agree.
      var first = complaints.getFirst();
      problems.add(new RuleProblem(files.getFirst().path(), first.line(), "", first.text()));
    }
    return problems;
  }

  private static RuleProblem explain(RuleFile file, RuleDescr rule, List<Complaint> complaints) {
    var first = complaints.getFirst();
    return unknownWord(file, rule)
        .or(() -> unknownMember(file, rule, first.text()))
        .or(() -> classic(file, rule))
        .orElseGet(() -> plain(file, rule, first.inConsequence() ? then(rule) : when(rule), first));
  }

  /** A word in a condition that is no property of its fact, nor bound in the rule. */
  private static Optional<RuleProblem> unknownWord(RuleFile file, RuleDescr rule) {
    var bound = new HashSet<String>();
    var patterns = rule.getLhs().getAllPatternDescr();
    for (var pattern : patterns) {
      constraints(pattern).forEach(part -> addBound(part.toString(), bound));
    }
    for (var pattern : patterns) {
      var type = file.classNamed(pattern.getObjectType());
      if (type.isEmpty()) {
        continue;
      }
      var known = FactVocabulary.properties(type.get());
      for (var part : constraints(pattern)) {
        for (var match : WORD.matcher(part.toString()).results().toList()) {
          var word = match.group(1);
          if (word != null
              && !known.contains(word)
              && !bound.contains(word)
              && !KEYWORDS.contains(word)) {
            return Optional.of(unknown(file, rule, part.getLine(), word, type.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A member after a dot, or a method, that the executable model names with its class. */
  private static Optional<RuleProblem> unknownMember(RuleFile file, RuleDescr rule, String text) {
    for (var message : List.of(UNKNOWN_FIELD, UNKNOWN_METHOD)) {
      var match = message.matcher(text);
      if (match.matches()) {
        var type = file.classNamed(match.group(2));
        int line = lineReading(rule, match.group(1)).orElse(when(rule));
        return type.map(found -> unknown(file, rule, line, match.group(1), found));
      }
    }
    return Optional.empty();
  }

  private static Optional<RuleProblem> classic(RuleFile file, RuleDescr rule) {
    return RuleCompiler.explain(file.onlyConditions(rule)).stream()
        .filter(complaint -> complaint.line() > 0)
        .findFirst()
        .map(complaint -> plain(file, rule, complaint.line(), complaint));
  }

  private static RuleProblem unknown(
      RuleFile file, RuleDescr rule, int line, String word, Class<?> type) {
    var known =
        type.isEnum()
            ? List.of(type.getEnumConstants()).stream().map(Object::toString).toList()
            : List.copyOf(FactVocabulary.properties(type));
    var text =
        "rule (%s) reads (%s) of %s, which has no such property. %s"
            .formatted(
                rule.getName(), word, type.getSimpleName(), FactVocabulary.maybe(word, known));
    return new RuleProblem(file.path(), line, rule.getName(), text.strip());
  }

  private static RuleProblem plain(RuleFile file, RuleDescr rule, int line, Complaint complaint) {
    return new RuleProblem(
        file.path(),
        line,
        rule.getName(),
        "rule (%s) does not compile: %s."
            .formatted(rule.getName(), complaint.text().replaceAll("[.:]$", "")));
  }

  private static List<? extends BaseDescr> constraints(PatternDescr pattern) {
    return pattern.getConstraint().getDescrs();
  }

  private static void addBound(String constraint, Set<String> bound) {
    BOUND.matcher(constraint).results().forEach(match -> bound.add(match.group(1)));
  }

  private static Optional<Integer> lineReading(RuleDescr rule, String word) {
    return rule.getLhs().getAllPatternDescr().stream()
        .flatMap(pattern -> constraints(pattern).stream())
        .filter(part -> part.toString().contains(word))
        .map(BaseDescr::getLine)
        .findFirst();
  }

  /** The line of the first condition. */
  private static int when(RuleDescr rule) {
    return rule.getLhs().getAllPatternDescr().stream()
        .findFirst()
        .map(BaseDescr::getLine)
        .orElse(rule.getLine());
  }

  /** The line of {@code then}. */
  private static int then(RuleDescr rule) {
    return rule.getConsequenceLine() > 0 ? rule.getConsequenceLine() : rule.getLine();
  }
}
