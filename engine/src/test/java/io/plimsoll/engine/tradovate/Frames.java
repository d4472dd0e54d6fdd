package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.Entity;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Reads frames for tests and picks out what they hold. */
final class Frames {
  static final String CASH =
      "{'id':5,'accountId':25,'timestamp':'2026-11-20T15:00:00Z',"
          + "'tradeDate':{'year':2026,'month':11,'day':20},'currencyId':1,'amount':50000.25}";

  private Frames() {}

  /** Apostrophes stand for quotes. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static List<Message> messages(String text) {
    var frame = FrameReader.read(json(text));
    return frame instanceof Frame.Messages(var all)
        ? all
        : Assertions.fail("Not messages: " + frame);
  }

  static List<Message> props(String item) {
    return messages("a[{'e':'props','d':" + item + "}]");
  }

  static String item(String type, String event, String entity) {
    return "{'entityType':'%s','eventType':'%s','entity':%s}".formatted(type, event, entity);
  }

  static List<EntityChange> changes(List<Message> messages) {
    return messages.stream()
        .filter(Message.Props.class::isInstance)
        .flatMap(each -> ((Message.Props) each).changes().stream())
        .toList();
  }

  static List<String> oddKinds(List<Message> messages) {
    return messages.stream()
        .filter(Message.Odd.class::isInstance)
        .map(each -> ((Message.Odd) each).kind())
        .toList();
  }

  /** The one entity that was sent. */
  static <E extends Entity> E entity(Class<E> type, String entityType, String entity) {
    var changes = changes(props(item(entityType, "Updated", entity)));
    assertThat(changes).hasSize(1);
    return type.cast(((EntityChange.Upsert) changes.getFirst()).entity());
  }
}
