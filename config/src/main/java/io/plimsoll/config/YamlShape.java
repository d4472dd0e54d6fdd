package io.plimsoll.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Refuses what YAML allows and no config of ours needs: a key written twice, keys that are lists,
 * merge keys, tags, and a node inside itself.
 */
final class YamlShape {
  private final Source source;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean containsItself;

  private YamlShape(Source source) {
    this.source = source;
  }

  /** Whether the tree may be walked; what else is wrong is only reported. */
  static boolean isSound(Node root, Source source) {
    var shape = new YamlShape(source);
    shape.walk(root);
    return !shape.containsItself;
  }

  private void walk(Node node) {
    if (!seen.add(node)) {
      return;
    }
    if (node.isRecursive()) {
      containsItself = true;
      problem(node, "an alias (*) stands inside its own anchor (&). Write the value out.");
    }
    if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
      problem(node, "tags are not used here. Remove the one that begins with an exclamation mark.");
    }
    switch (node) {
      case MappingNode map -> walkKeys(map);
      case SequenceNode list -> list.getValue().forEach(this::walk);
      default -> {}
    }
  }

  private void walkKeys(MappingNode map) {
    Map<String, Integer> lines = new HashMap<>();
    for (var tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(tuple.getKeyNode(), "a key is a list or a set of keys. Write a word.");
        continue;
      }
      var first = lines.putIfAbsent(key.getValue(), YamlFile.line(key));
      if (first != null) {
        problem(
            key,
            "key (%s) is written twice, first in line %d. Keep one."
                .formatted(key.getValue(), first));
      }
      if (key.getValue().equals("<<")) {
        problem(key, "merge keys (<<) are not used here. Write the keys out.");
      }
      walk(tuple.getValueNode());
    }
  }

  private void problem(Node node, String text) {
    source.problem(YamlFile.line(node), text);
  }
}
