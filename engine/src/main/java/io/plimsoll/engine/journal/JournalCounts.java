package io.plimsoll.engine.journal;

/**
 * What has become of the frames of all shards since the journal was opened.
 *
 * @param written frames that are on disk, in whole blocks
 * @param lost frames that could not be kept because the disk did not keep up, or the journal was
 *     closed
 * @param failures tries to write that failed; what they held is tried again
 * @param lineBytes the bytes of all lines, as {@code zstdcat} shows them
 * @param fileBytes the bytes of the files
 */
public record JournalCounts(
    long written, long lost, long failures, long lineBytes, long fileBytes) {}
