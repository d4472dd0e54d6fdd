package io.plimsoll.simulator.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which endpoint does what. The same for HTTP and for sockets. */
public final class Router {
  private static final Set<String> OPEN_TO_ALL = Set.of("auth/accesstokenrequest");

  private final Map<String, Function<Call, Answer>> named;
  private final EntityEndpoints entities;

  public Router(
      AuthEndpoints auth, OrderEndpoints orders, RiskEndpoints risk, EntityEndpoints entities) {
    this.entities = entities;
    this.named =
        Map.ofEntries(
            Map.entry("auth/accesstokenrequest", auth::accessToken),
            Map.entry("auth/renewaccesstoken", auth::renew),
            Map.entry("auth/me", auth::me),
            Map.entry("order/placeorder", orders::place),
            Map.entry("order/cancelorder", orders::cancel),
            Map.entry("order/liquidateposition", orders::liquidatePosition),
            Map.entry("order/liquidatepositions", orders::liquidatePositions),
            Map.entry("orderstrategy/interruptorderstrategy", orders::interruptStrategy),
            Map.entry("accountriskstatus/setadminautoliqaction", risk::setAdminAutoLiqAction),
            Map.entry("cashbalance/getcashbalancesnapshot", risk::cashBalanceSnapshot));
  }

  /** To be called in turn on the floor. */
  public Answer route(Call call) {
    return (OPEN_TO_ALL.contains(call.path())
            ? Optional.<Answer>empty()
            : call.standing().refusal())
        .orElseGet(() -> named.getOrDefault(call.path(), entities::answer).apply(call));
  }
}
