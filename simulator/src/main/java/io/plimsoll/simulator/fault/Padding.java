package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.util.Optional;
import java.util.Random;

/** A frame made very long and left valid. */
final class Padding {
  private static final String LINE = "x".repeat(1000);

  private Padding() {}

  /** By one long unknown field, or by many entities of an unknown type. At least so many bytes. */
  static Optional<String> pad(String frame, int bytes, Random random) {
    return Messages.of(frame)
        .map(messages -> {
          if (random.nextBoolean()) {
            var contents = messages.contents();
            var longest = contents.isEmpty() ? messages.all().addObject() : contents.getFirst();
            longest.put("padding", "x".repeat(bytes));
          } else {
            var entities = Json.MAPPER.createArrayNode();
            for (var n = 0; n <= bytes / LINE.length(); n++) {
              entities.addObject().put("id", n).put("note", LINE);
            }
            messages.all().add(Extras.message("padding", "Updated", entities));
          }
          return messages.frame();
        });
  }
}
