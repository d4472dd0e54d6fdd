package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request, whichever way it came. {@code token} is that of the header, or of the socket's
 * authorization.
 */
public record Call(
    Transport transport,
    String endpoint,
    Map<String, String> query,
    JsonNode body,
    @Nullable String token,
    Standing standing) {
  /** The two ways in. */
  public enum Transport {
    rest,
    socket
  }

  public boolean authorized() {
    return standing == Standing.GOOD;
  }

  /** The endpoint as it is matched: the vendor writes paths in several letter cases. */
  public String path() {
    return endpoint.toLowerCase(Locale.ROOT);
  }

  /** From the body, else from the query. */
  public Optional<String> text(String name) {
    return Json.text(body, name).or(() -> Optional.ofNullable(query.get(name)));
  }

  /** 0 when absent. */
  public long whole(String name) {
    return Json.whole(body.has(name) ? body : Json.MAPPER.valueToTree(query), name);
  }

  public Optional<BigDecimal> decimal(String name) {
    return Json.decimal(body, name);
  }

  public boolean flag(String name) {
    return body.path(name).asBoolean(false);
  }

  /** Without the token, which is a secret. */
  @Override
  public String toString() {
    return "Call[transport=%s, endpoint=%s, standing=%s]".formatted(transport, endpoint, standing);
  }
}
