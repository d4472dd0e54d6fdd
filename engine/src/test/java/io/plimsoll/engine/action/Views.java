package io.plimsoll.engine.action;

import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the broker's facts show, for a test: flat, quiet and free unless said otherwise. */
record Views(
    List<Long> contracts, List<Long> orders, AdminAction admin, @Nullable Instant adminAt) {
  static Views flat() {
    return new Views(List.of(), List.of(), AdminAction.Normal, null);
  }

  static Views holding() {
    return new Views(List.of(7L), List.of(), AdminAction.Normal, null);
  }

  Views working() {
    return new Views(contracts, List.of(9L), admin, adminAt);
  }

  Views admin(AdminAction action) {
    return new Views(contracts, orders, action, adminAt);
  }

  Views at(@Nullable Instant stamp) {
    return new Views(contracts, orders, admin, stamp);
  }

  AccountView view() {
    return new AccountView(1001, contracts, orders, admin, adminAt, false, Set.of());
  }
}
