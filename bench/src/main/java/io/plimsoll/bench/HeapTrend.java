package io.plimsoll.bench;

import java.util.List;
import java.util.Optional;

/**
 * Whether memory stays as it is once all is warm: the median of the last third of the samples
 * against that of the middle third. What the engine has come to know meanwhile may take its room.
 *
 * @param middle bytes of the objects in use, after a collection
 * @param last likewise
 * @param allowed bytes by which the last may be larger
 */
record HeapTrend(long middle, long last, long allowed) {
  private static final int FEWEST = 6;
  private static final long OF_MIDDLE_PERCENT = 5;

  /** An entity in a book, with all that leads to it. */
  private static final long AN_ENTITY = 700;

  /** One sample. */
  record Point(long heap, long entities) {}

  /** Empty when there are too few samples to say. */
  static Optional<HeapTrend> of(List<Point> points) {
    if (points.size() < FEWEST) {
      return Optional.empty();
    }
    var middle = median(points.subList(points.size() / 3, 2 * points.size() / 3));
    var last = median(points.subList(2 * points.size() / 3, points.size()));
    long more = Math.max(0, last.entities() - middle.entities());
    return Optional.of(
        new HeapTrend(
            middle.heap(),
            last.heap(),
            middle.heap() * OF_MIDDLE_PERCENT / 100 + more * AN_ENTITY));
  }

  private static Point median(List<Point> points) {
    var heaps = points.stream().map(Point::heap).sorted().toList();
    var entities = points.stream().map(Point::entities).sorted().toList();
    return new Point(heaps.get(heaps.size() / 2), entities.get(entities.size() / 2));
  }

  boolean isFlat() {
    return last <= middle + allowed;
  }
}
