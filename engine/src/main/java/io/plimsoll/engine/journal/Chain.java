package io.plimsoll.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a block: SHA-256 over the hash before it, as text, and the block's bytes. So {@code
 * sha256sum} can prove it too.
 */
final class Chain {
  /** Stands before the first block of a shard's first file. */
  static final String BEGINNING = "0".repeat(64);

  private final MessageDigest sha256;

  Chain() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  String next(String before, byte[] bytes, int from, int length) {
    sha256.update(before.getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes, from, length);
    return HexFormat.of().formatHex(sha256.digest());
  }
}
