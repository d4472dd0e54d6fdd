package io.plimsoll.app.cases;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** While it is open the engine logs nothing: what a case does is no news to operators. */
final class Quiet implements AutoCloseable {
  private final Logger engine = (Logger) LoggerFactory.getLogger("io.plimsoll.engine");
  private final @Nullable Level before = engine.getLevel();

  Quiet() {
    engine.setLevel(Level.OFF);
  }

  @Override
  public void close() {
    engine.setLevel(before);
  }
}
