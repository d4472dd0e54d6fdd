package io.plimsoll.config;

import io.plimsoll.engine.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** Secrets come from the environment or from a file of their own, never from the config itself. */
final class SecretReader {
  private SecretReader() {}

  static Optional<Secret> required(Section section, String key) {
    if (!section.has(key) && !section.has(fileKey(key))) {
      section.problem(
          "%s is missing. Write %s: ${env:NAME}, or %s: path."
              .formatted(section.at(key).name(), key, fileKey(key)));
    }
    return optional(section, key);
  }

  static Optional<Secret> optional(Section section, String key) {
    var inPlace = section.at(key);
    var inFile = section.at(fileKey(key));
    if (!inPlace.isAbsent() && !inFile.isAbsent()) {
      inFile.problem(
          "%s and %s are both given. Keep one.".formatted(inPlace.name(), inFile.name()));
      return Optional.empty();
    }
    return inPlace.isAbsent() ? fromFile(inFile) : fromEnvironment(inPlace);
  }

  private static String fileKey(String key) {
    return key + "-file";
  }

  private static Optional<Secret> fromEnvironment(Value value) {
    var written = value.written();
    if (written.isPresent() && !Substitution.isReference(written.get().strip())) {
      value.problem(
          "%s holds the secret itself. Write ${env:NAME} in its place, or %s: path."
              .formatted(value.name(), fileKey(value.key())));
      return Optional.empty();
    }
    return value.as(Secret::new);
  }

  private static Optional<Secret> fromFile(Value value) {
    return value
        .as(Places.path(value.source().home()).andThen(SecretReader::content))
        .map(content -> {
          content.warning().ifPresent(value::warning);
          value.source().problems().conceal(content.text(), "<secret>");
          return new Secret(content.text());
        });
  }

  private record Content(String text, Optional<String> warning) {}

  private static Content content(Path file) {
    if (!Files.exists(file)) {
      throw new NotReadable(
          "is a file that does not exist. Create it, readable by this user only.");
    }
    try {
      var text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new NotReadable("is an empty file. Put the secret into it, and nothing else.");
      }
      return new Content(text, warning(file));
    } catch (IOException e) {
      throw new NotReadable("is a file that cannot be read. Look at its owner and mode.");
    }
  }

  private static Optional<String> warning(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
          ? Optional.of(
              "secret file (%s) can be read by everyone. Run chmod 600 on it.".formatted(file))
          : Optional.empty();
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
