package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.alert.Route;
import io.plimsoll.engine.alert.Stages;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.tradovate.BrokerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine is told at its start, checked.
 *
 * @param env a label on every alert, such as {@code demo}
 * @param dataFolder where the store lives; one engine per folder
 * @param ruleFolders DRL is read from these, not from folders inside them
 * @param plans in order; the first that matches an account holds it
 * @param staleAfter a feed not live for this long is a finding
 * @param journal absent: none is kept
 */
public record EngineSettings(
    String env,
    Path dataFolder,
    BrokerSettings broker,
    PriceSource price,
    Duration staleAfter,
    List<Path> ruleFolders,
    Stages stages,
    List<Plan> plans,
    ActionSettings actions,
    Route route,
    @Nullable JournalSettings journal) {
  public EngineSettings {
    ruleFolders = List.copyOf(ruleFolders);
    plans = List.copyOf(plans);
  }
}
