package io.plimsoll.engine.journal;

/** Takes down the frames of one shard. */
@FunctionalInterface
public interface Recorder {
  /**
   * Notes a frame with the present time. From any thread; returns at once and never throws,
   * whatever has become of the disk.
   *
   * @param frame the text as it came
   */
  void take(Source source, String frame);

  /** Where no journal is kept. */
  static Recorder none() {
    return (source, frame) -> {};
  }
}
