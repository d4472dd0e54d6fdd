package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.session.Held;
import io.plimsoll.engine.session.Judgement;
import io.plimsoll.engine.session.ResilientSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One firing of the rules, as changes of the open episodes; a rule that throws becomes one too. */
final class Firing {
  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  private Firing() {}

  static List<Episodes.Transition> changes(
      ResilientSession session, Episodes episodes, Scope where, Instant now) {
    return switch (session.fire()) {
      case Judgement.Judged(var changes) -> episodes.apply(changes, now);
      case Judgement.Quarantined(var rules, var cause, var changes, var orphaned) -> {
        LOG.atError()
            .setMessage("rules taken out since they threw; their findings stand")
            .addKeyValue("rules", rules)
            .setCause(cause)
            .log();
        var all = new HashMap<>(changes);
        rules.forEach(rule -> all.putAll(finding(EngineRules.QUARANTINED, where, rule)));
        yield episodes.apply(all, now);
      }
      case Judgement.Halted(var rules, var cause) ->
          episodes.apply(finding(EngineRules.HALTED, where, String.join(" ", rules)), now);
    };
  }

  private static Map<Identity, Optional<Held>> finding(String rule, Scope where, String subject) {
    return Map.of(new Identity(rule, where, subject), Optional.of(EngineRules.HELD));
  }
}
