package io.plimsoll.engine.delivery;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.LoginException;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries an account action to the broker over REST: one request, or one for each contract and
 * order. Blocks until answered. Sends nothing twice, but for a request that came back with a
 * penalty ticket, which the broker did not execute.
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

  /**
   * The worst of the answers, where there are several. Once a position was told to close, the whole
   * is never said to be "not executed": it would be sent again without a read-back.
   */
  public Answer send(Action action, AccountView view) {
    try {
      var token = tokens.current();
      return switch (action.kind()) {
        case CANCEL -> worst(cancel(view, token));
        case LIQUIDATE ->
            settings.by() == ActionSettings.By.ADMIN
                ? setAdminAction(action, token)
                : liquidateByOrders(view, token);
        case LIQUIDATE_ONLY, LOCK, UNLOCK -> setAdminAction(action, token);
      };
    } catch (LoginException refused) {
      return new Answer.Unreachable("no token: " + refused.getMessage());
    }
  }

  private Answer setAdminAction(Action action, String token) {
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
    return post("accountRiskStatus/setadminautoliqaction", body, token);
  }

  private Answer liquidateByOrders(AccountView view, String token) {
    var cancelled = cancel(view, token);
    var closed = new ArrayList<Answer>();
    for (long contract : view.openContracts()) {
      var body =
          JSON.createObjectNode()
              .put("accountId", view.accountId())
              .put("contractId", contract)
              .put("admin", false)
              .put("isAutomated", true);
      closed.add(order("order/liquidateposition", "orderId", body, token));
    }
    var worst = worst(Stream.concat(cancelled.stream(), closed.stream()).toList());
    return !(worst instanceof Answer.Ok) && closed.stream().anyMatch(Answer.Ok.class::isInstance)
        ? new Answer.Unclear("executed in part; not all: " + worst)
        : worst;
  }

  /** Neither an id nor a failure: it may have been executed. */
  private Answer order(String endpoint, String idField, ObjectNode body, String token) {
    var answer = post(endpoint, body, token);
    return answer instanceof Answer.Ok(var accepted) && !accepted.hasNonNull(idField)
        ? new Answer.Unclear("accepted without " + idField)
        : answer;
  }

  /** An order that is done already is cancelled enough: the facts tell. */
  private Answer cancelOrder(ObjectNode body, String token) {
    var answer = order("order/cancelorder", "commandId", body, token);
    return answer instanceof Answer.Refused(var reason) && reason.startsWith("TooLate")
        ? new Answer.Unclear("refused: " + reason)
        : answer;
  }

  /** Strategies first: a running one may order again what was cancelled. */
  private List<Answer> cancel(AccountView view, String token) {
    var answers = new ArrayList<Answer>();
    var strategies =
        heeded(rest.get("orderStrategy/deps?masterid=" + view.accountId(), token), token);
    if (strategies instanceof Answer.Ok(var list)) {
      for (var strategy : list) {
        if (strategy.path("status").asString("").startsWith("Active")) {
          var body = JSON.createObjectNode().put("orderStrategyId", strategy.path("id").asLong());
          answers.add(post("orderStrategy/interruptorderstrategy", body, token));
        }
      }
    } else {
      answers.add(strategies);
    }
    for (long order : view.liveOrders()) {
      var body = JSON.createObjectNode().put("orderId", order).put("isAutomated", true);
      answers.add(cancelOrder(body, token));
    }
    return answers;
  }

  private Answer post(String endpoint, ObjectNode body, String token) {
    var answer = heeded(rest.post(endpoint, body, token), token);
    if (answer instanceof Answer.Penalty(var ticket, var delay, var captcha)
        && !captcha
        && delay.compareTo(LONGEST_PENALTY) <= 0) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return answer;
      }
      return heeded(rest.post(endpoint, body.put("p-ticket", ticket), token), token);
    }
    return answer;
  }

  /** 408 is how calls of a displaced session end too (vendor's API description). */
  private Answer heeded(Answer answer, String token) {
    boolean displaced =
        answer instanceof Answer.Unclear(var reason) && reason.startsWith("status 408");
    if (answer instanceof Answer.Unauthorized || displaced) {
      tokens.refused(token);
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
      case Answer.Unauthorized _ -> 2;
      case Answer.Limited _ -> 3;
      case Answer.Penalty _ -> 4;
      case Answer.Refused _ -> 5;
      case Answer.Unclear _ -> 6;
    };
  }
}
