package io.plimsoll.config;

import io.plimsoll.engine.alert.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section {@code route}, held against the receivers there are. */
final class RouteReader {
  private RouteReader() {}

  static Optional<Route> read(Value value, List<Value> receivers) {
    var section = Section.open(value, "receivers", "send-resolved");
    var defined = receivers.stream().map(Value::key).toList();
    var named = new LinkedHashSet<String>();
    for (var item : section.at("receivers").items()) {
      item.as(Written::text).ifPresent(name -> check(item, name, defined, named));
    }
    if (section.isSound()) {
      warn(section, receivers, named);
    }
    var sendResolved = section.optional("send-resolved", Written::yesOrNo).orElse(true);
    return section.build(() -> new Route(List.copyOf(named), sendResolved));
  }

  private static void check(Value item, String name, List<String> defined, Set<String> named) {
    if (!defined.contains(name)) {
      item.problem(
          "receiver (%s) of the route is not defined.%s"
              .formatted(
                  name,
                  Nearest.to(name, defined)
                      .map(" Maybe you meant (%s)."::formatted)
                      .orElse(" Define it under receivers, or remove it here.")));
    } else if (!named.add(name)) {
      item.problem("receiver (%s) stands in the route twice. Remove one.".formatted(name));
    }
  }

  private static void warn(Section section, List<Value> receivers, Set<String> named) {
    for (var receiver : receivers) {
      if (!named.contains(receiver.key())) {
        receiver.warning(
            "receiver (%s) is not in the route; only a rule that tells it by name reaches it."
                .formatted(receiver.key()));
      }
    }
    if (named.isEmpty()) {
      section.warning("the route names no receiver: nobody is told of an alert.");
    }
  }
}
