package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations every entity has: list, item, items, find, suggest, deps, ldeps. */
final class EntityEndpoints {
  private final Books books;
  private final int most;

  /** A list has at most so many entities, the first ones by id; 0 is no limit. */
  EntityEndpoints(Books books, int most) {
    this.books = books;
    this.most = most == 0 ? Integer.MAX_VALUE : most;
  }

  Answer answer(Call call) {
    var slash = call.path().indexOf('/');
    var type =
        slash < 0 ? Optional.<EntityType>empty() : books.typeNamed(call.path().substring(0, slash));
    return type.map(known -> operation(known, call.path().substring(slash + 1), call))
        .orElseGet(
            () -> new Answer.Failed(404, "Endpoint (%s) is not known.".formatted(call.endpoint())));
  }

  private Answer operation(EntityType type, String operation, Call call) {
    return switch (operation) {
      case "list" -> list(books.all(type).stream());
      case "item" ->
          one(type, books.find(type, call.whole("id")), "id " + call.text("id").orElse(""));
      case "items" -> list(ids(call, "ids").flatMap(id -> books.find(type, id).stream()));
      case "find" -> one(type, named(type, call), "name " + call.text("name").orElse(""));
      case "suggest" -> suggestions(type, call);
      case "deps" -> list(children(type, id -> id == call.whole("masterid")));
      case "ldeps" -> {
        var masters = ids(call, "masterids").collect(Collectors.toSet());
        yield list(children(type, masters::contains));
      }
      default -> new Answer.Failed(404, "Endpoint (%s) is not known.".formatted(call.endpoint()));
    };
  }

  private Optional<Entity> named(EntityType type, Call call) {
    var name = call.text("name");
    return books.all(type).stream()
        .filter(entity -> name.isPresent() && entity.text("name").equals(name))
        .findFirst();
  }

  private Answer suggestions(EntityType type, Call call) {
    var text = call.text("t").orElse("").toLowerCase(Locale.ROOT);
    var asked = call.whole("l");
    return list(
        books.all(type).stream()
            .filter(entity ->
                entity
                    .text("name")
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(text))
                    .isPresent())
            .limit(asked > 0 ? asked : most));
  }

  private Stream<Entity> children(EntityType type, Predicate<Long> master) {
    return type.masterField().stream()
        .flatMap(
            field -> books.all(type).stream().filter(entity -> master.test(entity.whole(field))));
  }

  private static Answer one(EntityType type, Optional<Entity> entity, String wanted) {
    return entity
        .<Answer>map(found -> new Answer.Ok(found.fields()))
        .orElseGet(
            () -> new Answer.Failed(404, "There is no %s with %s.".formatted(type.name(), wanted)));
  }

  private Answer list(Stream<Entity> entities) {
    return new Answer.Ok(Json.array(entities.limit(most).map(Entity::fields).toList()));
  }

  private static Stream<Long> ids(Call call, String name) {
    return Arrays.stream(call.query().getOrDefault(name, "").split(",", -1))
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }
}
