package io.plimsoll.engine.alert;

import java.util.List;

/**
 * Who is told of every alert, besides the receivers a rule names itself.
 *
 * @param sendResolved whether they are also told when the cause has gone
 */
public record Route(List<String> receivers, boolean sendResolved) {
  public Route {
    receivers = List.copyOf(receivers);
  }
}
