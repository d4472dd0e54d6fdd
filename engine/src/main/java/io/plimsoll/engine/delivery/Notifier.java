package io.plimsoll.engine.delivery;

import io.plimsoll.engine.alert.Notification;

/**
 * Carries a message to where people read it. Called from many threads at once; blocks until the
 * receiver has answered or its own time-out has passed; never throws for what happens every day.
 */
@FunctionalInterface
public interface Notifier {
  DeliveryResult deliver(Notification notification);
}
