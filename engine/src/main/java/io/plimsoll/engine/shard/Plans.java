package io.plimsoll.engine.shard;

import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.tradovate.entity.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans as they are written now, and the texts that accounts are still held to. One thread. */
final class Plans {
  private final List<Plan> written;
  private final List<Plan> remembered;
  private final Set<Plan> inForce;

  /**
   * @param written in order; the first that matches an account holds it
   * @param remembered every text that some account was held to
   */
  Plans(List<Plan> written, List<Plan> remembered) {
    this.written = written;
    this.remembered = remembered;
    this.inForce = new HashSet<>(written);
  }

  /** The plan as it was under this version; as it is written now where that is the same text. */
  Optional<Plan> text(String name, String version) {
    return Stream.concat(written.stream(), remembered.stream())
        .filter(plan -> plan.name().equals(name) && plan.version().equals(version))
        .findFirst();
  }

  /** As it is written now. */
  Optional<Plan> named(String name) {
    return written.stream().filter(plan -> plan.name().equals(name)).findFirst();
  }

  List<String> names() {
    var names = new ArrayList<String>();
    written.forEach(plan -> names.add(plan.name()));
    return names;
  }

  /** As it is written now; the plan without limits where none matches. */
  Plan matching(@Nullable Account account) {
    return account == null
        ? Plan.none()
        : written.stream().filter(plan -> matches(plan, account)).findFirst().orElseGet(Plan::none);
  }

  private static boolean matches(Plan plan, Account account) {
    return plan.accounts()
        .matches(
            account.id(), account.name(), account.autoLiqProfileId(), account.riskCategoryId());
  }

  /** Some account is held to it from now on. */
  void hold(Plan plan) {
    inForce.add(plan);
  }

  /** The earliest instant at which some plan wants an evaluation though nothing came in. */
  Instant nextBoundary(Instant now) {
    return inForce.stream()
        .map(plan -> plan.nextBoundary(now))
        .min(Instant::compareTo)
        .orElseGet(() -> Plan.none().nextBoundary(now));
  }
}
