package io.plimsoll.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
  @TempDir Path folder;

  private Path database() {
    return folder.resolve("plimsoll.db");
  }

  @Test
  void aFolderThatIsNotThereIsMade() {
    try (var store = Store.open(folder.resolve("a/b"))) {
      assertThat(store.remember().accounts()).isEmpty();
    }
    assertThat(folder.resolve("a/b/plimsoll.db")).exists();
  }

  @Test
  void aSecondEngineOfThisProcessIsRefused() {
    try (var first = Store.open(folder)) {
      assertThatThrownBy(() -> Store.open(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another engine is using the data folder (" + folder + ")");
      assertThat(first.remember().accounts()).isEmpty();
    }
  }

  @Test
  void aSecondEngineOfAnotherProcessIsRefused() throws Exception {
    try (var child = new Committer(folder)) {
      child.awaitKeys(1);
      assertThatThrownBy(() -> Store.open(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another engine is using the data folder");
    }
  }

  @Test
  void aClosedStoreLetsTheNextOneIn() {
    Store.open(folder).close();
    Store.open(folder).close();
    assertThat(database()).exists();
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedWithTheWayOut() throws IOException {
    Files.writeString(database(), "This is not a database. ".repeat(500));
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(database().toString())
        .hasMessageContaining("move it away");
  }

  @Test
  void aRefusedOpeningFreesTheFolder() throws IOException {
    Files.writeString(database(), "This is not a database. ".repeat(500));
    assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(StoreException.class);
    Files.delete(database());
    Store.open(folder).close();
    assertThat(database()).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO account_state VALUES (1, '{broken')",
        "INSERT INTO account_state VALUES (1, '{\"accountId\":\"x\"}')",
        "INSERT INTO episode VALUES ('k', 0, '{\"scope\":\"nonsense\"}')",
        "INSERT INTO action VALUES ('k', 1, 'PENDING', '{\"kind\":\"EXPLODE\"}')",
        "INSERT INTO letter VALUES ('k', 'PENDING', '')",
        "DROP TABLE letter",
      })
  void whatCannotBeReadIsRefusedWithTheWayOut(String damage) throws SQLException {
    try (var store = Store.open(folder)) {
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + database());
          var statement = other.createStatement()) {
        statement.execute(damage);
      }
      assertThatThrownBy(store::remember)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(database().toString())
          .hasMessageContaining("move it away");
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("(" + file + ")")
        .hasMessageContaining("data-folder");
  }

  /** Root may write anywhere but below /proc. */
  @Test
  void aFolderThatCannotBeWrittenIsRefused() {
    assertThatThrownBy(() -> Store.open(Path.of("/proc/plimsoll")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot use the data folder (/proc/plimsoll)")
        .hasMessageContaining("Make it writable");
  }

  @Test
  void librariesLeftByAKillAreSwept() throws IOException {
    var left = folder.resolve("native/sqlite-3.0-old-libsqlitejdbc.so");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "12 MB");
    Store.open(folder).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void anEmptyCommitIsDurableAtOnce() {
    try (var store = Store.open(folder)) {
      store.commit(List.of()).orTimeout(2, TimeUnit.SECONDS).join();
    }
    assertThat(database()).exists();
  }
}
