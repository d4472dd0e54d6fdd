package io.plimsoll.simulator.fault;

import java.util.Optional;

/**
 * Which sockets and which frames a fault is meant for. {@code entityType} narrows it to frames with
 * an event of that type; {@code one} takes a single socket, chosen by the seed, instead of all.
 */
public record Aim(
    Optional<SocketKind> socket, Frames frames, Optional<String> entityType, boolean one) {
  /** What a frame carries. Heartbeats, the open frame and the close are never meant. */
  public enum Frames {
    all,
    events,
    responses
  }

  public static final Aim ANY = new Aim(Optional.empty(), Frames.all, Optional.empty(), false);

  public static Aim at(SocketKind socket) {
    return new Aim(Optional.of(socket), Frames.all, Optional.empty(), false);
  }

  public static Aim entity(String type) {
    return new Aim(Optional.empty(), Frames.events, Optional.of(type), false);
  }

  public boolean fits(SocketKind kind) {
    return socket.filter(wanted -> wanted != kind).isEmpty();
  }

  public boolean fits(String frame) {
    return switch (frames) {
          case all -> frame.startsWith("a[");
          case events -> isEvents(frame);
          case responses -> frame.startsWith("a[{\"s\":");
        }
        && entityType.filter(type -> !frame.contains("\"entityType\":\"" + type + '"')).isEmpty();
  }

  static boolean isEvents(String frame) {
    return frame.startsWith("a[{\"e\":");
  }
}
