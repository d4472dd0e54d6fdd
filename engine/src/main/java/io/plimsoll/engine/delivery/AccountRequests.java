package io.plimsoll.engine.delivery;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.LoginException;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.Use;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries an account action to the broker over REST: one request, or one for each contract and
 * order. Blocks until answered. Sends nothing twice, but for a request that came back with a
 * penalty ticket, which the broker did not execute. A request that the hourly budget has no room
 * for is not sent, with its ticket or without.
 */
public final class AccountRequests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_REASON = 8192;
  private static final Duration LONGEST_PENALTY = Duration.ofSeconds(30);

  private final Rest rest;
  private final Tokens tokens;
  private final ActionSettings settings;

  public AccountRequests(Rest rest, Tokens tokens, ActionSettings settings) {
    this.rest = rest;
    this.tokens = tokens;
    this.settings = settings;
  }

  /** What every request of one action needs. */
  private record Call(String token, BooleanSupplier stillWanted) {
    @Override
    public String toString() {
      return "Call[<secret>]";
    }
  }

  /**
   * The worst of the answers, where there are several. Once a position was told to close, the whole
   * is never said to be "not executed": it would be sent again without a read-back.
   *
   * @param stillWanted asked before a request goes out again after a penalty: a person may have
   *     stepped in meanwhile
   */
  public Answer send(Action action, AccountView view, BooleanSupplier stillWanted) {
    try {
      var call = new Call(tokens.current(), stillWanted);
      return switch (action.kind()) {
        case CANCEL -> worst(cancel(view, call));
        case LIQUIDATE ->
            settings.by() == ActionSettings.By.ADMIN
                ? setAdminAction(action, call)
                : liquidateByOrders(view, call);
        case LIQUIDATE_ONLY, LOCK, UNLOCK -> setAdminAction(action, call);
      };
    } catch (LoginException refused) {
      return new Answer.Unreachable("no token: " + refused.getMessage());
    }
  }

  private Answer setAdminAction(Action action, Call call) {
    var set = Steps.adminAction(action.kind()).orElse(AdminAction.UNKNOWN);
    var reason = action.reason();
    var body =
        JSON.createObjectNode()
            .put("accountId", action.accountId())
            .put("adminAction", set.name())
            .put("adminActionReasonCode", settings.reasonCode())
            .put(
                "adminActionReason",
                reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON));
    return post("accountRiskStatus/setadminautoliqaction", body, call);
  }

  private Answer liquidateByOrders(AccountView view, Call call) {
    var cancelled = cancel(view, call);
    var closed = new ArrayList<Answer>();
    for (long contract : view.openContracts()) {
      var body =
          JSON.createObjectNode()
              .put("accountId", view.accountId())
              .put("contractId", contract)
              .put("admin", false)
              .put("isAutomated", true);
      closed.add(order("order/liquidateposition", "orderId", body, call));
    }
    var worst = worst(Stream.concat(cancelled.stream(), closed.stream()).toList());
    return !(worst instanceof Answer.Ok) && closed.stream().anyMatch(Answer.Ok.class::isInstance)
        ? new Answer.Unclear("executed in part; not all: " + worst)
        : worst;
  }

  /** Neither an id nor a failure: it may have been executed. */
  private Answer order(String endpoint, String idField, ObjectNode body, Call call) {
    var answer = post(endpoint, body, call);
    return answer instanceof Answer.Ok(var accepted) && !accepted.hasNonNull(idField)
        ? new Answer.Unclear("accepted without " + idField)
        : answer;
  }

  /** An order that is done already is cancelled enough: the facts tell. */
  private Answer cancelOrder(ObjectNode body, Call call) {
    var answer = order("order/cancelorder", "commandId", body, call);
    return answer instanceof Answer.Refused(var reason) && reason.startsWith("TooLate")
        ? new Answer.Unclear("refused: " + reason)
        : answer;
  }

  /** Strategies first: a running one may order again what was cancelled. */
  private List<Answer> cancel(AccountView view, Call call) {
    var answers = new ArrayList<Answer>();
    var strategies =
        heeded(
            rest.get("orderStrategy/deps?masterid=" + view.accountId(), call.token(), Use.ACTION),
            call);
    if (strategies instanceof Answer.Ok(var list)) {
      for (var strategy : list) {
        if (strategy.path("status").asString("").startsWith("Active")) {
          var body = JSON.createObjectNode().put("orderStrategyId", strategy.path("id").asLong());
          answers.add(post("orderStrategy/interruptorderstrategy", body, call));
        }
      }
    } else {
      answers.add(strategies);
    }
    for (long order : view.liveOrders()) {
      var body = JSON.createObjectNode().put("orderId", order).put("isAutomated", true);
      answers.add(cancelOrder(body, call));
    }
    return answers;
  }

  private Answer post(String endpoint, ObjectNode body, Call call) {
    var answer = heeded(rest.post(endpoint, body, call.token(), Use.ACTION), call);
    if (answer instanceof Answer.Penalty(var ticket, var delay, var captcha)
        && !captcha
        && delay.compareTo(LONGEST_PENALTY) <= 0) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return answer;
      }
      if (!call.stillWanted().getAsBoolean()) {
        return new Answer.Refused("not sent again with its ticket: no longer wanted");
      }
      return heeded(
          rest.post(endpoint, body.put("p-ticket", ticket), call.token(), Use.ACTION), call);
    }
    return answer;
  }

  /** 408 is how calls of a displaced session end too (vendor's API description). */
  private Answer heeded(Answer answer, Call call) {
    boolean displaced =
        answer instanceof Answer.Unclear(var reason) && reason.startsWith("status 408");
    if (answer instanceof Answer.Unauthorized || displaced) {
      tokens.refused(call.token());
    }
    return answer;
  }

  private static Answer worst(List<Answer> answers) {
    Answer worst = new Answer.Ok(JSON.createObjectNode());
    for (var answer : answers) {
      if (badness(answer) > badness(worst)) {
        worst = answer;
      }
    }
    return worst;
  }

  /** In doubt counts as worse than a clear no: it must be read back. */
  private static int badness(Answer answer) {
    return switch (answer) {
      case Answer.Ok _ -> 0;
      case Answer.Unreachable _ -> 1;
      case Answer.NotSent _ -> 2;
      case Answer.Unauthorized _ -> 3;
      case Answer.Limited _ -> 4;
      case Answer.Penalty _ -> 5;
      case Answer.Refused _ -> 6;
      case Answer.Unclear _ -> 7;
    };
  }
}
