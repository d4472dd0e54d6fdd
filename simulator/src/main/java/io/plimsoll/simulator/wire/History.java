package io.plimsoll.simulator.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The events of the session, as they were told. When there are too many the oldest go: what is left
 * still ends with the last state of everything in it.
 */
final class History {
  private static final int MOST = 20_000;

  private final Deque<List<News>> batches = new ArrayDeque<>();

  void add(List<News> news) {
    batches.addLast(news);
    if (batches.size() > MOST) {
      batches.removeFirst();
    }
  }

  List<List<News>> batches() {
    return new ArrayList<>(batches);
  }
}
