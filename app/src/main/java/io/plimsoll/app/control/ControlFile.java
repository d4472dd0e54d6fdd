package io.plimsoll.app.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the engine of a data folder listens, and the secret that it answers to.
 *
 * @param token never logged
 */
record ControlFile(int port, String token) {
  private static final String NAME = "control.json";

  /** With a token that nobody can guess. */
  static ControlFile of(int port) {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new ControlFile(port, HexFormat.of().formatHex(bytes));
  }

  /** In the folder, for its owner's eyes only; there in whole or not at all. */
  void write(Path folder) throws IOException {
    var fresh = folder.resolve(NAME + ".new");
    Files.deleteIfExists(fresh);
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var ownersOnly = PosixFilePermissions.fromString("rw-------");
    try (var file =
        Files.newByteChannel(
            fresh, Set.copyOf(options), PosixFilePermissions.asFileAttribute(ownersOnly))) {
      var text = JsonMapper.shared().writeValueAsString(this);
      var _ = file.write(StandardCharsets.UTF_8.encode(text));
    }
    Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty where no engine has said where it listens. */
  static Optional<ControlFile> read(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonMapper.shared().readValue(Files.readString(file), ControlFile.class));
    } catch (JacksonException damaged) {
      throw new IOException(
          "The file (%s) does not say where the engine listens. Start the engine again."
              .formatted(file),
          damaged);
    }
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  @Override
  public String toString() {
    return "ControlFile[port=" + port + "]";
  }
}
