package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Reference;

/** {@code auth/…}: a bad password is status 200 with errorText, as at the vendor. */
public final class AuthEndpoints {
  private final String user;
  private final String password;
  private final Tokens tokens;

  public AuthEndpoints(String user, String password, Tokens tokens) {
    this.user = user;
    this.password = password;
    this.tokens = tokens;
  }

  Answer accessToken(Call call) {
    var good =
        call.text("name").filter(user::equals).isPresent()
            && call.text("password").filter(password::equals).isPresent();
    return good ? token() : Answer.errorText("Incorrect username or password. Please try again.");
  }

  Answer renew(Call call) {
    return token();
  }

  Answer me(Call call) {
    return new Answer.Ok(
        Json.object()
            .put("userId", Reference.USER_ID)
            .put("name", user)
            .put("fullName", user)
            .put("email", user + "@example.org"));
  }

  private Answer token() {
    var token = tokens.issue();
    return new Answer.Ok(
        Json.object()
            .put("accessToken", token.text())
            .put("mdAccessToken", token.text())
            .put("expirationTime", Json.time(token.expires()))
            .put("userStatus", "Active")
            .put("userId", Reference.USER_ID)
            .put("name", user)
            .put("hasLive", false));
  }
}
