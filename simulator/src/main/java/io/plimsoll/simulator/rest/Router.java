package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Floor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which endpoint does what. The same for HTTP and for sockets. */
public final class Router {
  private static final Set<String> OPEN_TO_ALL = Set.of("auth/accesstokenrequest");

  private final Map<String, Function<Call, Answer>> named = new HashMap<>();
  private final EntityEndpoints entities;

  public Router(AuthEndpoints auth, Floor floor, int mostInAList) {
    this.entities = new EntityEndpoints(floor.books(), mostInAList);
    named.put("auth/accesstokenrequest", auth::accessToken);
    named.put("auth/renewaccesstoken", auth::renew);
    named.put("auth/me", auth::me);
    var orders = new OrderEndpoints(floor);
    named.put("order/placeorder", orders::place);
    named.put("order/cancelorder", orders::cancel);
    named.put("order/liquidateposition", orders::liquidatePosition);
    named.put("order/liquidatepositions", orders::liquidatePositions);
    named.put("orderstrategy/interruptorderstrategy", orders::interruptStrategy);
    var risk = new RiskEndpoints(floor);
    named.put("accountriskstatus/setadminautoliqaction", risk::setAdminAutoLiqAction);
    named.put("accountriskstatus/updatemaxnetliq", risk::updateMaxNetLiq);
    named.put("accountriskstatus/resetautoliqstatus", risk::resetAutoLiqStatus);
    named.put("accountriskstatus/switchriskcategory", risk::switchRiskCategory);
    named.put("cashbalance/getcashbalancesnapshot", risk::cashBalanceSnapshot);
    named.put("cashbalance/changedemobalance", risk::changeDemoBalance);
    var autoLiq = new AutoLiqEndpoints(floor);
    named.put("useraccountautoliq/create", autoLiq::create);
    named.put("useraccountautoliq/update", autoLiq::update);
    named.put("useraccountautoliq/updateuserautoliq", autoLiq::updateUserAutoLiq);
    var limits = new LimitEndpoints(floor);
    named.put("useraccountpositionlimit/create", limits::createLimit);
    named.put("useraccountpositionlimit/update", limits::updateLimit);
    named.put("useraccountpositionlimit/deleteuseraccountpositionlimit", limits::deleteLimit);
    named.put("useraccountpositionlimit/deleteuseraccountriskparameter", limits::deleteParameter);
    named.put("useraccountriskparameter/create", limits::createParameter);
    named.put("useraccountriskparameter/update", limits::updateParameter);
    var alerts = new AlertEndpoints(floor);
    named.put("adminalertsignal/completealertsignal", alerts::complete);
    named.put("adminalertsignal/takealertsignalownership", alerts::takeOwnership);
  }

  /** To be called in turn on the floor. */
  public Answer route(Call call) {
    return (OPEN_TO_ALL.contains(call.path())
            ? Optional.<Answer>empty()
            : call.standing().refusal())
        .orElseGet(() -> named.getOrDefault(call.path(), entities::answer).apply(call));
  }
}
