package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What {@code auth/accesstokenrequest} wants.
 *
 * @param deviceId stable per installation, up to 64 characters
 * @param cid API key id, as given by the vendor; absent for users without an API key
 */
public record Credentials(
    String name,
    Secret password,
    String appId,
    String appVersion,
    String deviceId,
    @Nullable String cid,
    @Nullable Secret sec) {

  /** The broker's text without our secrets, should it have repeated them. */
  String hide(String text) {
    var hidden = without(text, password);
    return sec == null ? hidden : without(hidden, sec);
  }

  private static String without(String text, Secret secret) {
    return secret.reveal().isEmpty() ? text : text.replace(secret.reveal(), secret.toString());
  }
}
