package io.plimsoll.engine.alert;

import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Episodes to the messages people get. Figures are those of the moment of rendering. */
public final class Messages {
  private final String env;
  private final Route route;

  public Messages(String env, Route route) {
    this.env = env;
    this.route = route;
  }

  /**
   * The messages about an episode: one for each receiver of the route and of the rule, none for a
   * rule that is only observed.
   *
   * @param account null for an alert about a shard
   * @param done what was or is being done; empty when nothing is
   * @param occasion makes the key: {@code opened}, {@code closed}, or an action's key
   */
  public List<Notification> about(
      Episode episode, RuleInfo rule, @Nullable Subject account, String done, String occasion) {
    boolean resolved = episode.closedAt() != null;
    if (episode.stage() == Stage.OBSERVE || (resolved && !route.sendResolved())) {
      return List.of();
    }
    var receivers = new TreeSet<>(route.receivers());
    receivers.addAll(episode.tells());
    var labels = labels(episode, rule, account);
    var annotations = annotations(episode, rule, account, done);
    var fingerprint = fingerprint(labels);
    var messages = new ArrayList<Notification>();
    for (var receiver : receivers) {
      messages.add(
          new Notification(
              hash(episode.key() + "|" + receiver + "|" + occasion).substring(0, 32),
              receiver,
              resolved ? Notification.Status.RESOLVED : Notification.Status.FIRING,
              labels,
              annotations,
              fingerprint,
              episode.openedAt(),
              episode.closedAt()));
    }
    return messages;
  }

  private SortedMap<String, String> labels(
      Episode episode, RuleInfo rule, @Nullable Subject account) {
    var identity = episode.identity();
    var labels = new TreeMap<String, String>();
    labels.put("alertname", identity.rule());
    switch (identity.scope()) {
      case Scope.OfAccount(var id) -> labels.put("account", Long.toString(id));
      case Scope.OfShard(var shard) -> labels.put("shard", Integer.toString(shard));
    }
    if (!identity.subject().isEmpty()) {
      labels.put("subject", identity.subject());
    }
    if (account != null) {
      labels.put("plan", account.plan());
    }
    labels.put("env", env);
    labels.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    return labels;
  }

  private static SortedMap<String, String> annotations(
      Episode episode, RuleInfo rule, @Nullable Subject account, String done) {
    var annotations = new TreeMap<String, String>();
    annotations.put("description", rule.description());
    annotations.put("runbook_url", rule.runbook());
    annotations.put("ruleset", episode.ruleSet());
    if (account != null) {
      annotations.put("account_name", account.name());
      Figure.text(rule.value(), account.figures())
          .ifPresent(text -> annotations.put("value", text));
      Figure.text(rule.limit(), account.figures())
          .ifPresent(text -> annotations.put("limit", text));
    }
    if (!done.isEmpty()) {
      annotations.put("done", done);
    }
    return annotations;
  }

  /** The severity is left out: a worse severity is the same alert. */
  private static String fingerprint(SortedMap<String, String> labels) {
    var lasting = new TreeMap<>(labels);
    lasting.remove("severity");
    return hash(lasting.toString()).substring(0, 16);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
