package io.plimsoll.engine.tradovate;

import java.util.List;

/** One WebSocket text message, SockJS style: a kind and what it carries. */
public sealed interface Frame {
  /** The server is ready for {@code authorize}. */
  record Open() implements Frame {}

  record Heartbeat() implements Frame {}

  record Messages(List<Message> messages) implements Frame {
    public Messages {
      messages = List.copyOf(messages);
    }
  }

  record Close(String reason) implements Frame {}

  /** Not understood; logged once per kind and otherwise ignored. */
  record Odd(String kind, String text) implements Frame {}
}
