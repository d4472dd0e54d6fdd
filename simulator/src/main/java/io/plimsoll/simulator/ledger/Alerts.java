package io.plimsoll.simulator.ledger;

import java.time.InstantSource;
import java.util.Optional;

/** The broker's own alerts to its administrators. */
public final class Alerts {
  /** Ids of the two kinds there are. */
  public static final long AUTO_LIQ = 71;

  public static final long MARGIN = 72;

  private final Books books;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource clock;

  Alerts(Books books, Journal journal, Ids ids, InstantSource clock) {
    this.books = books;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  public Entity raise(long kind, long account, String text) {
    var signal =
        Entity.of(
            EntityType.ADMIN_ALERT_SIGNAL,
            ids.next(),
            fields ->
                fields
                    .put("timestamp", Json.time(clock.instant()))
                    .put("adminAlertId", kind)
                    .put("relatedToAccountId", account)
                    .put("relatedToUserId", Surroundings.USER_ID)
                    .put("text", text)
                    .put("emailSent", false)
                    .put("subjectId", account));
    journal.create(signal);
    return signal;
  }

  /** Empty when there is no such signal. */
  public Optional<Entity> complete(long signal) {
    return change(signal, "completed");
  }

  /** The one user there is takes it. */
  public Optional<Entity> take(long signal) {
    return change(signal, "claimedAt")
        .map(taken -> {
          var owned = taken.with(fields -> fields.put("ownedByAdminId", Surroundings.USER_ID));
          journal.update(owned);
          return owned;
        });
  }

  private Optional<Entity> change(long signal, String timeField) {
    return books
        .find(EntityType.ADMIN_ALERT_SIGNAL, signal)
        .map(known -> {
          var next = known.with(fields -> fields.put(timeField, Json.time(clock.instant())));
          journal.update(next);
          return next;
        });
  }
}
