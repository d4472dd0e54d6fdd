package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Surroundings;

/** {@code auth/…}: a bad password is status 200 with errorText, as at the vendor. */
public final class AuthEndpoints {
  private final String user;
  private final String password;
  private final Sessions sessions;

  public AuthEndpoints(String user, String password, Sessions sessions) {
    this.user = user;
    this.password = password;
    this.sessions = sessions;
  }

  Answer accessToken(Call call) {
    var good =
        call.text("name").filter(user::equals).isPresent()
            && call.text("password").filter(password::equals).isPresent();
    return good
        ? token(sessions.login())
        : Answer.errorText("Incorrect username or password. Please try again.");
  }

  Answer renew(Call call) {
    return sessions
        .renew(call.token())
        .map(this::token)
        .orElseGet(() -> new Answer.Failed(401, "Expired Access Token"));
  }

  Answer me(Call call) {
    return new Answer.Ok(
        Json.object()
            .put("userId", Surroundings.USER_ID)
            .put("name", user)
            .put("fullName", user)
            .put("email", user + "@example.org"));
  }

  private Answer token(Sessions.Token token) {
    return new Answer.Ok(
        Json.object()
            .put("accessToken", token.text())
            .put("mdAccessToken", token.text())
            .put("expirationTime", Json.time(token.expires()))
            .put("userStatus", "Active")
            .put("userId", Surroundings.USER_ID)
            .put("name", user)
            .put("hasLive", false));
  }
}
