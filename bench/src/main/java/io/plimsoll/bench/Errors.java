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
final class Errors extends AppenderBase<ILoggingEvent> {
  private final Map<String, Integer> counts = new TreeMap<>();

  /** Of everything logged in this process from now on. */
  static Errors counted() {
    var errors = new Errors();
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    errors.setContext(context);
    errors.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(errors);
    return errors;
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
