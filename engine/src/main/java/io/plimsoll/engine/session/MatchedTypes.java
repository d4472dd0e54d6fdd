package io.plimsoll.engine.session;

import java.util.HashSet;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.reteoo.InitialFactImpl;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;

/** Asks a compiled rule base which classes its rules match. */
final class MatchedTypes {
  private MatchedTypes() {}

  /**
   * The engine's facts that some rule matches by their class or a supertype, and any other class
   * that is matched.
   */
  static Set<Class<?>> of(KieBase base) {
    var matched = new HashSet<Class<?>>();
    // Drools has no public way to ask this.
    for (var entryPoint : ((InternalRuleBase) base).getRete().getEntryPointNodes().values()) {
      for (var node : entryPoint.getObjectTypeNodes().values()) {
        if (node.getSinks().length > 0 && node.getObjectType() instanceof ClassObjectType type) {
          matched.add(type.getClassType());
        }
      }
    }
    matched.remove(InitialFactImpl.class);
    FactVocabulary.FACTS.stream()
        .filter(fact -> matched.stream().anyMatch(type -> type.isAssignableFrom(fact)))
        .toList()
        .forEach(matched::add);
    return Set.copyOf(matched);
  }
}
