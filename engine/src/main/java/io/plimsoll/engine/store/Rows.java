package io.plimsoll.engine.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Effects to SQL and rows back to records. Speaks the SQL that SQLite and PostgreSQL share. */
final class Rows {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Amount.class, OneOfSeveral.class)
          .addMixIn(TrailingDrawdown.Moves.class, OneOfSeveral.class)
          .addMixIn(TrailingDrawdown.Cap.class, OneOfSeveral.class)
          .build();

  /** A sealed type says in its body which of its kinds it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface OneOfSeveral {}

  private Rows() {}

  static void migrate(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : script("1.sql").split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String script(String name) {
    try (InputStream in = Rows.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new StoreException(
            "The schema (%s) is missing from the jar. Build it again.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new StoreException("The schema (%s) cannot be read.".formatted(name), broken);
    }
  }

  static void write(Connection connection, Effect effect) throws SQLException {
    switch (effect) {
      case Effect.SaveAccount(var account) ->
          put(
              connection,
              "INSERT INTO account_state (account_id, body) VALUES (?, ?)"
                  + " ON CONFLICT (account_id) DO UPDATE SET body = excluded.body",
              account.accountId(),
              JSON.writeValueAsString(account));
      case Effect.SavePlan(var plan) ->
          put(
              connection,
              "INSERT INTO plan (name, version, body) VALUES (?, ?, ?)"
                  + " ON CONFLICT (name, version) DO UPDATE SET body = excluded.body",
              plan.name(),
              plan.version(),
              JSON.writeValueAsString(plan));
      case Effect.SaveEpisode(var episode) ->
          put(
              connection,
              "INSERT INTO episode (episode_key, closed_at, body) VALUES (?, ?, ?)"
                  + " ON CONFLICT (episode_key) DO UPDATE SET closed_at = excluded.closed_at,"
                  + " body = excluded.body",
              episode.key(),
              micros(episode.closedAt()),
              JSON.writeValueAsString(EpisodeBody.of(episode)));
      case Effect.AddAction(var action) -> action(connection, action, "NOTHING");
      case Effect.SaveAction(var action) ->
          action(connection, action, "UPDATE SET state = excluded.state, body = excluded.body");
      case Effect.AddLetter(var letter) -> letter(connection, letter, "NOTHING");
      case Effect.SaveLetter(var letter) ->
          letter(connection, letter, "UPDATE SET state = excluded.state, body = excluded.body");
    }
  }

  private static void action(Connection connection, Action action, String onConflict)
      throws SQLException {
    put(
        connection,
        "INSERT INTO action (action_key, account_id, state, body) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (action_key) DO "
            + onConflict,
        action.key(),
        action.accountId(),
        action.state().name(),
        JSON.writeValueAsString(action));
  }

  private static void letter(Connection connection, Letter letter, String onConflict)
      throws SQLException {
    put(
        connection,
        "INSERT INTO letter (letter_key, state, body) VALUES (?, ?, ?)"
            + " ON CONFLICT (letter_key) DO "
            + onConflict,
        letter.notification().key(),
        letter.state().name(),
        JSON.writeValueAsString(letter));
  }

  private static void put(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Zero while open, so that one index serves both databases. */
  private static long micros(@Nullable Instant time) {
    return time == null ? 0 : time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  static Memory read(Connection connection) throws SQLException {
    return new Memory(
        bodies(
            connection, "SELECT body FROM account_state ORDER BY account_id", AccountRecord.class),
        bodies(
                connection,
                "SELECT body FROM episode WHERE closed_at = 0 ORDER BY episode_key",
                EpisodeBody.class)
            .stream()
            .map(EpisodeBody::toEpisode)
            .toList(),
        bodies(
            connection,
            "SELECT body FROM action WHERE state IN ('PENDING', 'IN_FLIGHT') ORDER BY action_key",
            Action.class),
        bodies(
            connection,
            "SELECT body FROM letter WHERE state = 'PENDING' ORDER BY letter_key",
            Letter.class),
        plans(connection));
  }

  static List<Plan> plans(Connection connection) throws SQLException {
    return bodies(connection, "SELECT body FROM plan ORDER BY name, version", Plan.class);
  }

  private static <T> List<T> bodies(Connection connection, String sql, Class<T> type)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(JSON.readValue(rows.getString(1), type));
      }
    }
    return found;
  }
}
