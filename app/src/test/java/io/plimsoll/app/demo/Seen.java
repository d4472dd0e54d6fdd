package io.plimsoll.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a catcher told, in order, from whatever thread. */
final class Seen {
  private static final int PATIENCE_SECONDS = 10;

  private final BlockingQueue<Happening> queue = new LinkedBlockingQueue<>();

  void add(Happening happening) {
    queue.add(happening);
  }

  /** Waits for so many. */
  List<Happening> next(int count) throws InterruptedException {
    var seen = new ArrayList<Happening>();
    while (seen.size() < count) {
      var happening = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (happening == null) {
        throw new AssertionError("waited for %d, and saw only %s".formatted(count, seen));
      }
      seen.add(happening);
    }
    return seen;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
