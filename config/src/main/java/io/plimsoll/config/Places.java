package io.plimsoll.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Where something is: addresses with a host, and paths that start from the home folder. */
final class Places {
  private Places() {}

  /** An address of one of the schemes, its host in small letters, as hosts are compared. */
  static Function<String, URI> address(String... schemes) {
    var allowed = String.join(" or ", schemes);
    return text -> {
      URI uri;
      try {
        uri = URI.create(text.strip());
      } catch (IllegalArgumentException e) {
        throw new NotReadable(
            "is not an address. Write one that begins with %s://.".formatted(allowed));
      }
      if (uri.getScheme() == null || !Set.of(schemes).contains(uri.getScheme())) {
        throw new NotReadable("must begin with %s://.".formatted(allowed));
      }
      var host = uri.getHost();
      if (host == null) {
        throw new NotReadable(
            "has no host. Write it such as %s://example.org.".formatted(schemes[0]));
      }
      if (!host.equals(host.toLowerCase(Locale.ROOT))) {
        throw new NotReadable("has capitals in its host. Write the host in small letters.");
      }
      return uri;
    };
  }

  static Function<String, Path> path(Path home) {
    return text -> {
      try {
        return home.resolve(text.strip());
      } catch (InvalidPathException e) {
        throw new NotReadable("is not a path.");
      }
    };
  }

  /** A folder that exists. */
  static Function<String, Path> folder(Path home) {
    return path(home).andThen(Places::existing);
  }

  /** A file that exists. */
  static Function<String, Path> file(Path home) {
    return path(home)
        .andThen(file -> {
          if (!Files.isRegularFile(file)) {
            throw new NotReadable(
                "is not a file that exists. Relative paths start from the folder above config.");
          }
          return file;
        });
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new NotReadable(
          "is not a folder that exists. Relative paths start from the folder above config.");
    }
    return folder;
  }
}
