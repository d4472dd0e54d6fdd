package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Change;
import org.jspecify.annotations.Nullable;

/** A change and its message, written once however many sockets are told. In turn on the floor. */
final class News {
  private final Change change;
  private @Nullable String message;

  News(Change change) {
    this.change = change;
  }

  Change change() {
    return change;
  }

  String message() {
    var written = message;
    if (written == null) {
      written = Frames.event("props", change.props());
      message = written;
    }
    return written;
  }
}
