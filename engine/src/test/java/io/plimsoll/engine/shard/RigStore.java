package io.plimsoll.engine.shard;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the engine of the rig has stored. */
final class RigStore {
  private final Path folder;

  RigStore(Path folder) {
    this.folder = folder;
  }

  /** Waits until the store holds an open episode of the rule. */
  void awaitStored(String rule) {
    Rig.await("stored: " + rule, () -> stored("SELECT body FROM episode").contains(rule));
  }

  void awaitPeak(String peak) {
    var micros = new BigDecimal(peak).movePointRight(6).toBigIntegerExact().toString();
    Rig.await(
        "stored peak " + peak,
        () -> stored("SELECT body FROM account_state").contains("\"peak\":{\"micros\":" + micros));
  }

  private String stored(String sql) {
    var all = new StringBuilder();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    } catch (SQLException busy) {
      return "";
    }
    return all.toString();
  }

  /** Waits until the engine has judged its first snapshot, which stores the account. */
  void awaitSnapshotTaken() {
    Rig.await("stored", () -> stored("SELECT body FROM account_state").contains("7001"));
  }
}
