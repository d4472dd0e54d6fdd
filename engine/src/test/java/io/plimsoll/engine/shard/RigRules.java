package io.plimsoll.engine.shard;

import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rule sets: the shipped rules, alone and with one of a user's. */
final class RigRules {
  private RigRules() {}

  static RuleSet rules(Path folder) {
    return switch (RuleSet.load(List.of(folder))) {
      case RuleLoad.Loaded(var rules) -> rules;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /** The shipped rules and one of a user's that throws on a field that was not sent. */
  static RuleSet withThrowingRule(Path own) {
    return withOwn(
        own,
        """
        package my.rules
        import io.plimsoll.engine.tradovate.entity.Position
        import io.plimsoll.engine.session.Finding

        rule "mine.throws"
            @severity( INFO )
            @description( "Throws where a position has no previous price." )
            @runbook( "none" )
        when
            $position : Position( prevPrice.signum() > 0 )
        then
            insertLogical( Finding.onAccount( drools, $position.accountId() ) );
        end
        """);
  }

  static RuleSet withOwn(Path own, String drl) {
    try {
      Files.createDirectories(own);
      Files.writeString(own.resolve("mine.drl"), drl);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return switch (RuleSet.load(List.of(Path.of("../rules/drl"), own))) {
      case RuleLoad.Loaded(var rules) -> rules;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /** The shipped rules and one of a user's that asks for the same as the trailing drawdown's. */
  static RuleSet withActingRule(Path own) {
    return withOwn(
        own,
        """
        package my.rules
        import io.plimsoll.engine.fact.AccountRisk
        import io.plimsoll.engine.fact.Level
        import io.plimsoll.engine.session.Finding

        rule "mine.floor"
            @severity( CRITICAL )
            @description( "At the floor." )
            @runbook( "none" )
        when
            $risk : AccountRisk( trailing == Level.REACHED )
        then
            insertLogical( Finding.of( drools, $risk ).asks( $risk.trailingConsequence() ) );
        end
        """);
  }
}
