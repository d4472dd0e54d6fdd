package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Frames with contents that the schema does not have. Empty when a frame has no contents. */
final class Garbage {
  private static final List<String> ENUMS =
      List.of(
          "ordStatus",
          "action",
          "adminAction",
          "commandStatus",
          "commandType",
          "execType",
          "orderType",
          "timeInForce",
          "accountType",
          "legalStatus",
          "trailingMaxDrawdownMode",
          "settlementStatus",
          "cashChangeType",
          "productType",
          "status");
  private static final String NAN = "~nan~";
  private static final String HUGE = "~huge~";

  private Garbage() {}

  static Optional<String> unknownField(String frame, Random random) {
    return Messages.of(frame)
        .filter(messages -> !messages.contents().isEmpty())
        .map(messages -> {
          messages.contents().forEach(each -> addFields(each, random));
          messages
              .all()
              .forEach(message -> {
                if (message instanceof ObjectNode object) {
                  object.put("traceId", random.nextInt(1_000_000));
                }
              });
          return messages.frame();
        });
  }

  /** Every enumeration it has; an event without any gets an unknown eventType. */
  static Optional<String> unknownEnum(String frame, Random random) {
    return Messages.of(frame)
        .filter(messages -> {
          var value = "Novel" + random.nextInt(100);
          var changed = false;
          for (var each : messages.contents()) {
            for (var name : ENUMS) {
              if (each.path(name).isString()) {
                each.put(name, value);
                changed = true;
              }
            }
          }
          if (!changed) {
            changed = messages.props().findAny().isPresent();
            messages.props().forEach(d -> d.put("eventType", value));
          }
          return changed;
        })
        .map(Messages::frame);
  }

  /** One field of one of its contents, and never the id alone: that would be another entity. */
  static Optional<String> wrongType(String frame, Random random) {
    return Messages.of(frame)
        .filter(messages -> {
          var contents =
              messages.contents().stream().filter(each -> !fields(each).isEmpty()).toList();
          if (contents.isEmpty()) {
            return false;
          }
          var victim = contents.get(random.nextInt(contents.size()));
          var fields = fields(victim);
          spoil(victim, fields.get(random.nextInt(fields.size())), random);
          return true;
        })
        .map(Messages::frame)
        .map(text -> text.replace('"' + NAN + '"', "NaN").replace('"' + HUGE + '"', "1e999"));
  }

  private static List<String> fields(ObjectNode content) {
    return content.propertyNames().stream().filter(name -> !name.equals("id")).toList();
  }

  private static void spoil(ObjectNode victim, String field, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> victim.put(field, "n/a");
      case 1 -> victim.putNull(field);
      case 2 -> victim.put(field, NAN);
      case 3 -> victim.put(field, HUGE);
      case 4 -> victim.putArray(field).add(1);
      default -> victim.putObject(field).put("value", true);
    }
  }

  private static void addFields(ObjectNode entity, Random random) {
    entity.put("sourceRegion", "north").put("confidence", random.nextInt(1000));
    entity.putObject("audit").put("by", "nobody").putArray("steps").add(1).add(Json.object());
  }
}
