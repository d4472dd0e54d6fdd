package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.ActionProof;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountActionTest {
  private static final String FINE = "FINE";

  @ParameterizedTest
  @EnumSource(names = FINE, mode = EnumSource.Mode.EXCLUDE)
  void eachDoubtIsTold(ActionProof proof) {
    rule(ruleOf(proof)).given(accountRisk().proof(proof)).finds(ACCOUNT).asking(NONE);
  }

  @ParameterizedTest
  @EnumSource(names = FINE, mode = EnumSource.Mode.EXCLUDE)
  void nothingIsToldWhileAllIsFine(ActionProof proof) {
    rule(ruleOf(proof)).given(accountRisk().proof(ActionProof.FINE)).findsNothing();
  }

  @ParameterizedTest
  @EnumSource(names = FINE, mode = EnumSource.Mode.EXCLUDE)
  void oneDoubtIsNotAnother(ActionProof proof) {
    for (var other : ActionProof.values()) {
      if (other != proof) {
        rule(ruleOf(proof)).given(accountRisk().proof(other)).findsNothing();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = FINE, mode = EnumSource.Mode.EXCLUDE)
  void endsWhenTheEffectIsSeen(ActionProof proof) {
    rule(ruleOf(proof))
        .given(accountRisk().proof(proof))
        .then(accountRisk().proof(ActionProof.FINE))
        .findsNothing();
  }

  @ParameterizedTest
  @EnumSource(names = FINE, mode = EnumSource.Mode.EXCLUDE)
  void theUnknownEndsNothing(ActionProof proof) {
    rule(ruleOf(proof))
        .given(accountRisk().proof(proof))
        .then(accountRisk().proof(proof).quality(UNKNOWN_INPUT))
        .finds(ACCOUNT);
  }

  private static String ruleOf(ActionProof proof) {
    return "account-action." + proof.name().toLowerCase(Locale.ROOT);
  }
}
