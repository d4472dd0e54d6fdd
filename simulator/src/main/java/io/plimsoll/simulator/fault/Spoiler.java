package io.plimsoll.simulator.fault;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is sent in place of a frame. Pure but for the random numbers it is given. */
public final class Spoiler {
  private Spoiler() {}

  /**
   * Empty when the fault does not fit the frame, as a frame without events has none to reshape. The
   * faults that are about time or the socket, not the text, leave it as it is.
   */
  public static Optional<List<String>> spoil(WireFault fault, String frame, Random random) {
    return switch (fault.kind()) {
      case DROP -> Optional.of(List.of());
      case DUPLICATE -> Optional.of(List.of(frame, frame));
      case TRUNCATE ->
          Optional.of(List.of(frame.substring(0, 2 + random.nextInt(frame.length() - 2))));
      case OVERSIZE -> Padding.pad(frame, fault.bytes(), random).map(List::of);
      case UNKNOWN_FIELD -> Garbage.unknownField(frame, random).map(List::of);
      case UNKNOWN_ENUM -> beside(fault, frame, Garbage.unknownEnum(frame, random));
      case WRONG_TYPE -> beside(fault, frame, Garbage.wrongType(frame, random));
      case PROPS_ARRAY -> Reshape.propsArray(frame).map(List::of);
      case ENTITY_ARRAY -> Reshape.entityArray(frame).map(List::of);
      case BARE_DELETE ->
          Optional.of(
              Reshape.bareDelete(frame)
                  .map(List::of)
                  .orElseGet(() -> List.of(Extras.bareDelete(random), frame)));
      case UNKNOWN_FRAME -> Optional.of(List.of(Extras.frame(random), frame));
      case UNKNOWN_EVENT -> Optional.of(List.of(Extras.event(random), frame));
      case UNKNOWN_TYPE -> Optional.of(List.of(Extras.entityType(random), frame));
      case EMPTY -> Optional.of(List.of(Extras.EMPTY, frame));
      case DELAY, REORDER, REPLAY, HALF_OPEN, CUT, GO_AWAY, SHUTDOWN -> Optional.of(List.of(frame));
    };
  }

  /** A spoiled response beside the true one would be taken for it, so only events are doubled. */
  private static Optional<List<String>> beside(
      WireFault fault, String frame, Optional<String> spoiled) {
    if (!fault.extra()) {
      return spoiled.map(List::of);
    }
    return Aim.isEvents(frame) ? spoiled.map(text -> List.of(text, frame)) : Optional.empty();
  }
}
