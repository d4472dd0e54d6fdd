package io.plimsoll.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the engine logs as an error, by its message. */
final class Errors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Map<String, Integer> counts = new TreeMap<>();

  /** Of everything logged in this process from now on. */
  static Errors counted() {
    var errors = new Errors();
    errors.setContext(root().getLoggerContext());
    errors.start();
    root().addAppender(errors);
    return errors;
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }

  private static ch.qos.logback.classic.Logger root() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      synchronized (counts) {
        counts.merge(event.getMessage(), 1, Integer::sum);
      }
    }
  }

  Map<String, Integer> counts() {
    synchronized (counts) {
      return new TreeMap<>(counts);
    }
  }
}
