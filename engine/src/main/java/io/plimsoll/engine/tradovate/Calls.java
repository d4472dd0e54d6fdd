package io.plimsoll.engine.tradovate;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * REST calls with the session's token. A call that came back with 401 was not executed, and is made
 * once more if a fresh token can be had; nothing else is ever sent twice.
 */
final class Calls {
  private final Rest rest;
  private final Tokens tokens;

  Calls(Rest rest, Tokens tokens) {
    this.rest = rest;
    this.tokens = tokens;
  }

  Answer get(String endpoint) {
    return call(token -> rest.get(endpoint, token));
  }

  Answer post(String endpoint, JsonNode body) {
    return call(token -> rest.post(endpoint, body, token, Use.READ));
  }

  private Answer call(Function<String, Answer> request) {
    try {
      var token = tokens.current();
      var answer = request.apply(token);
      if (answer instanceof Answer.Unauthorized(var reason)) {
        tokens.refused(token);
        var fresh = tokens.current();
        return fresh.equals(token) ? answer : again(request.apply(fresh), reason);
      }
      // 408 is how calls of a displaced session end too (vendor's API description).
      if (answer instanceof Answer.Unclear(var reason) && reason.startsWith("status 408")) {
        tokens.refused(token);
      }
      return answer;
    } catch (LoginException refused) {
      return new Answer.Unreachable("no token: " + refused.getMessage());
    }
  }

  /** Refused with a token just renewed: the user lacks a right, and no other token has it. */
  private static Answer again(Answer answer, String before) {
    return answer instanceof Answer.Unauthorized
        ? new Answer.Refused("no right to this (%s)".formatted(before))
        : answer;
  }
}
