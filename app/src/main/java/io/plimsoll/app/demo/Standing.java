package io.plimsoll.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands, in the engine's own figures and the account's currency. A null amount is
 * unknown, or of a limit that the plan does not have.
 *
 * @param floor the highest equity at which one of its limits is reached
 * @param room equity less floor; negative below it
 * @param limit whose floor it is; empty when there is none
 * @param ceiling the equity at which the nearest profit target is reached
 * @param usedUp how much of the trailing drawdown is, such as {@code 90%}; empty below all warnings
 * @param floors every floor by its limit, the highest first; empty when the engine did not say
 */
record Standing(
    String account,
    String plan,
    @Nullable BigDecimal equity,
    @Nullable BigDecimal floor,
    @Nullable BigDecimal room,
    String limit,
    @Nullable BigDecimal ceiling,
    String usedUp,
    Map<String, BigDecimal> floors) {
  static final String MOVED = "account moved";
  private static final String CHANGED = "state changed";
  private static final String NEAR = "NEAR ";
  private static final String FLOOR = "floor.";

  /** Empty for an event that says nothing of it. */
  static Optional<Standing> of(Happening happening) {
    return happening instanceof Happening.Logged it
            && (it.event().equals(MOVED) || it.event().equals(CHANGED))
        ? Optional.of(of(it))
        : Optional.empty();
  }

  private static Standing of(Happening.Logged it) {
    var trailing = it.field("trailing");
    var floors = new LinkedHashMap<String, BigDecimal>();
    it.fields()
        .forEach((name, value) -> {
          if (name.startsWith(FLOOR)) {
            floors.put(name.substring(FLOOR.length()), new BigDecimal(value));
          }
        });
    return new Standing(
        it.field("name"),
        it.field("plan"),
        amount(it, "equity"),
        amount(it, "floor"),
        amount(it, "room"),
        it.field("limit"),
        amount(it, "ceiling"),
        trailing.startsWith(NEAR) ? trailing.substring(NEAR.length()) : "",
        floors);
  }

  private static @Nullable BigDecimal amount(Happening.Logged it, String field) {
    var text = it.field(field);
    return text.isEmpty() || text.equals("null") ? null : new BigDecimal(text);
  }

  /** In columns. */
  String text() {
    var aside = new StringBuilder(limit);
    if (!usedUp.isEmpty()) {
      aside.append(", ").append(usedUp).append(" of its drawdown used up");
    }
    if (ceiling != null) {
      aside.append(limit.isEmpty() ? "" : ", ").append("target ").append(text(ceiling));
    }
    return String.format(
            Locale.ROOT,
            "%-14s  equity %10s  floor %9s  room %9s  %-14s  %s",
            account,
            text(equity),
            text(floor),
            text(room),
            plan,
            aside)
        .strip();
  }

  /** Its plan, and every floor. */
  String introduction() {
    return String.format(Locale.ROOT, "%-14s  %-14s  floors ", account, plan)
        + floors.entrySet().stream()
            .map(each -> each.getKey() + " " + text(each.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String text(@Nullable BigDecimal amount) {
    return amount == null
        ? "-"
        : String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }
}
