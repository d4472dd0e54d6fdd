package io.plimsoll.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.action.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 1000})
  void everyAcknowledgedKeyIsThereAfterAKill(int keys) throws IOException, InterruptedException {
    for (int life = 0; life < 2; life++) {
      List<String> acknowledged;
      try (var child = new Committer(folder)) {
        child.awaitKeys(keys);
        acknowledged = child.kill();
      }
      assertThat(remembered()).containsAll(acknowledged);
    }
  }

  private Set<String> remembered() {
    try (var store = Store.open(folder)) {
      return store.remember().actions().stream().map(Action::key).collect(Collectors.toSet());
    }
  }
}
