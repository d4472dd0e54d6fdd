package io.plimsoll.simulator.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes changes into the books at once and tells them at the end of the operation: in one frame,
 * one for each stage, or each alone, as the seed has it.
 */
public final class Journal {
  private final Books books;
  private final Feed feed;
  private final Random random;
  private final Ornaments ornaments;
  private final List<List<Change>> stages = new ArrayList<>();

  Journal(Books books, Feed feed, Random random, Ornaments ornaments) {
    this.books = books;
    this.feed = feed;
    this.random = random;
    this.ornaments = ornaments;
  }

  void create(Entity entity) {
    record(Change.Kind.Created, ornaments.onto(entity));
  }

  void update(Entity entity) {
    record(Change.Kind.Updated, ornaments.onto(entity));
  }

  void delete(Entity entity) {
    record(Change.Kind.Deleted, entity);
  }

  /** As it is, without ornaments. */
  public void record(Change.Kind kind, Entity entity) {
    var owner = books.ownerOf(entity);
    switch (kind) {
      case Created, Updated -> books.put(entity);
      case Deleted -> books.remove(entity);
    }
    if (stages.isEmpty()) {
      stages.add(new ArrayList<>());
    }
    stages.getLast().add(new Change(kind, entity, owner));
  }

  /** What follows is a later step of the same operation and may go out in a later frame. */
  void nextStage() {
    stages.add(new ArrayList<>());
  }

  public void tell() {
    var told = stages.stream().filter(stage -> !stage.isEmpty()).map(List::copyOf).toList();
    stages.clear();
    if (told.isEmpty()) {
      return;
    }
    var all = told.stream().flatMap(List::stream).toList();
    switch (random.nextInt(3)) {
      case 0 -> feed.tell(all);
      case 1 -> told.forEach(feed::tell);
      default -> all.forEach(change -> feed.tell(List.of(change)));
    }
  }
}
