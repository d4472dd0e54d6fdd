package io.plimsoll.engine.tradovate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.tyrus.client.ClientManager;

/**
 * Tyrus on threads that all sockets share. By itself it makes pools of its own for each socket, and
 * those of a socket that is given up while it connects are never ended.
 */
final class WebSocketClient extends ClientManager {
  private static final ExecutorService THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("websocket-", 0).factory());

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("websocket-timer").daemon().factory());

  @Override
  public ExecutorService getExecutorService() {
    return THREADS;
  }

  @Override
  public ScheduledExecutorService getScheduledExecutorService() {
    return TIMER;
  }
}
