package io.plimsoll.simulator.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that goes wrong on a socket's way to the client. {@code pause} is for a delay and for
 * the window of a shutdown, {@code bytes} for an oversized frame, {@code reason} for a close and a
 * shutdown. {@code extra} sends a spoiled event beside the true one instead of in its place, so
 * that nothing is lost.
 */
public record WireFault(Kind kind, Duration pause, int bytes, String reason, boolean extra) {
  /** Large enough for clients that take no frame of more than ten megabytes. */
  public static final int OVERSIZE = 12 << 20;

  /** What a fault is done to. */
  public enum Reach {
    /** The next frame that it fits. */
    FRAME,
    /** The stream: a frame is put in, and none is changed. */
    STREAM,
    /** The whole socket, at once. */
    SOCKET
  }

  /** Which fault, what it is done to, and whether it leaves the client with other books. */
  public enum Kind {
    DROP(Reach.FRAME, true),
    DELAY(Reach.FRAME, false),
    DUPLICATE(Reach.FRAME, false),
    /** Swapped with the next frame; sent alone when none comes soon. */
    REORDER(Reach.FRAME, true),
    /** Cut in half: broken JSON. */
    TRUNCATE(Reach.FRAME, true),
    /** Valid, and very long: an unknown field, or many entities of an unknown type. */
    OVERSIZE(Reach.FRAME, false),
    UNKNOWN_FIELD(Reach.FRAME, false),
    UNKNOWN_ENUM(Reach.FRAME, true),
    /** A text, null, a list, NaN or 1e999 where something else belongs. */
    WRONG_TYPE(Reach.FRAME, true),
    /** All props of a frame as one message whose {@code d} is an array. */
    PROPS_ARRAY(Reach.FRAME, false),
    /** {@code entity} is an array. */
    ENTITY_ARRAY(Reach.FRAME, false),
    /** Deleted with only an id: those of the frame, else one of something that never was. */
    BARE_DELETE(Reach.FRAME, false),
    UNKNOWN_FRAME(Reach.STREAM, false),
    UNKNOWN_EVENT(Reach.STREAM, false),
    UNKNOWN_TYPE(Reach.STREAM, false),
    /** {@code a[]}. */
    EMPTY(Reach.STREAM, false),
    /** Every event of the broker's session so far, again, in order. */
    REPLAY(Reach.STREAM, false),
    /** The socket stays open; nothing is sent or heard any more. */
    HALF_OPEN(Reach.SOCKET, false),
    /** The connection is dropped without a word. */
    CUT(Reach.SOCKET, false),
    /** {@code c[3000,"Go away!"]}, again for each thing the client says; nothing else any more. */
    GO_AWAY(Reach.SOCKET, false),
    /** The event with its reason, then the close; nobody is let in until the pause is over. */
    SHUTDOWN(Reach.SOCKET, false);

    private final Reach reach;
    private final boolean lossy;

    Kind(Reach reach, boolean lossy) {
      this.reach = reach;
      this.lossy = lossy;
    }

    public Reach reach() {
      return reach;
    }

    /** As scripts write it: {@code half-open}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static WireFault of(Kind kind) {
    return switch (kind) {
      case SHUTDOWN -> new WireFault(kind, Duration.ZERO, OVERSIZE, "Maintenance", false);
      case GO_AWAY -> new WireFault(kind, Duration.ZERO, OVERSIZE, "Go away!", false);
      default -> new WireFault(kind, Duration.ofSeconds(1), OVERSIZE, "", false);
    };
  }

  /** Tells all sockets that it is maintenance, and lets nobody in for so long. */
  public static WireFault maintenance(Duration window) {
    return new WireFault(Kind.SHUTDOWN, window, OVERSIZE, "Maintenance", false);
  }

  public static WireFault delay(Duration pause) {
    return new WireFault(Kind.DELAY, pause, OVERSIZE, "", false);
  }

  /** The same, beside the true frame where that is possible. */
  public WireFault beside() {
    return new WireFault(kind, pause, bytes, reason, true);
  }

  /**
   * Whether the client's books may differ from now on until it synchronizes again: the protocol has
   * no sequence numbers, so it cannot know.
   */
  public boolean isLossy() {
    return kind.lossy && !extra;
  }
}
