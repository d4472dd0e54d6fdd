package io.plimsoll.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.plimsoll.engine.shard.FiguresLog;
import org.slf4j.LoggerFactory;

/** Where log events go: to standard output, one line each. */
public final class Log {
  private Log() {}

  public static void to(Format format) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder(format, context));
    appender.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.plimsoll").setLevel(Level.INFO);
    // What is wrong with a rule is told once, by us, with its line.
    context.getLogger("org.drools").setLevel(Level.OFF);
    // The demo's mail server complains of clients that are killed, which is what the demo does.
    context.getLogger("com.icegreen").setLevel(Level.OFF);
  }

  /** From now on each account is told of too as its equity moves. */
  static void figures() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(FiguresLog.NAME).setLevel(Level.DEBUG);
  }

  private static Encoder<ILoggingEvent> encoder(Format format, LoggerContext context) {
    return switch (format) {
      case json -> {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        yield encoder;
      }
      case text -> {
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("fields", Fields::new);
        layout.setPattern("%d{HH:mm:ss.SSS} %-5level %msg%fields%n%ex");
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        yield encoder;
      }
    };
  }
}
