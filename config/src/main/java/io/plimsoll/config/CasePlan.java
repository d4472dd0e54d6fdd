package io.plimsoll.config;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The plan of a case, read as any other. It holds the account of the case, whatever accounts it
 * names, and has a name where none is written.
 */
final class CasePlan {
  private CasePlan() {}

  static Optional<Plan> read(Value value) {
    var whole = value.node() instanceof MappingNode written ? forTheAccount(written) : value.node();
    var plan = new Value(value.source(), "plan", "", value.line(), whole);
    return PlanReader.read(plan, new PlanNames());
  }

  private static Node forTheAccount(MappingNode written) {
    var keys = new ArrayList<NodeTuple>();
    boolean named = false;
    for (var tuple : written.getValue()) {
      named |= isKey(tuple, "name");
      if (!isKey(tuple, "accounts")) {
        keys.add(tuple);
      }
    }
    if (!named) {
      keys.addFirst(new NodeTuple(text("name", written), text("case", written)));
    }
    var id = text(Long.toString(WorkedCase.ACCOUNT), written);
    var ids = new NodeTuple(text("ids", written), list(id, written));
    keys.add(new NodeTuple(text("accounts", written), map(List.of(ids), written)));
    return map(keys, written);
  }

  private static boolean isKey(NodeTuple tuple, String key) {
    return tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
  }

  private static Node text(String text, Node where) {
    return new ScalarNode(
        Tag.STR, true, text, ScalarStyle.PLAIN, where.getStartMark(), where.getEndMark());
  }

  private static Node list(Node item, Node where) {
    return new SequenceNode(
        Tag.SEQ, true, List.of(item), FlowStyle.FLOW, where.getStartMark(), where.getEndMark());
  }

  private static Node map(List<NodeTuple> keys, Node where) {
    return new MappingNode(
        Tag.MAP, true, keys, FlowStyle.FLOW, where.getStartMark(), where.getEndMark());
  }
}
