package io.plimsoll.config;

import io.plimsoll.engine.tradovate.Following;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The section {@code broker.follow}. */
final class FollowReader {
  private FollowReader() {}

  /** Everything over one socket, where the section is left out. */
  static Optional<Following> read(Value value) {
    if (value.isAbsent()) {
      return Optional.of(Following.ALL);
    }
    var section =
        Section.open(
            value, "users", "accounts", "shards", "shard-by", "cutoff", "full-organization");
    var users = ids(section, "users");
    var accounts = ids(section, "accounts");
    var shards = section.optional("shards", Written::id).orElse(1L);
    var by =
        section.optional("shard-by", Written.word(Following.By.class)).orElse(Following.By.ACCOUNT);
    var cutoff = section.optional("cutoff", FollowReader::instant);
    var full = section.optional("full-organization", Written::yesOrNo).orElse(false);
    return section.build(() ->
        new Following(
            users,
            accounts,
            by,
            (int) Math.min(shards, Integer.MAX_VALUE),
            cutoff.orElse(null),
            full));
  }

  private static Set<Long> ids(Section section, String key) {
    var written = section.at(key);
    var items = written.items();
    if (written.isList() && items.isEmpty()) {
      written.problem(
          "broker.follow.%s is empty. Name some, or remove the key to follow all.".formatted(key));
    }
    return items.stream()
        .flatMap(item -> item.as(Written::id).stream())
        .collect(Collectors.toSet());
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException unreadable) {
      throw new NotReadable("is not an instant. Write it such as 2026-01-05T00:00:00Z.");
    }
  }
}
