package io.plimsoll.config;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of products, as the broker has them. */
final class Products {
  private static final Pattern NAME = Pattern.compile("[A-Z0-9./_-]{1,16}");

  /** Such as ESZ6: month and year are no part of a product. */
  private static final Pattern CONTRACT = Pattern.compile("([A-Z0-9]{1,4}?)[FGHJKMNQUVXZ]\\d{1,2}");

  private Products() {}

  private static String name(String text) {
    var name = text.strip();
    if (!NAME.matcher(name).matches()) {
      throw new NotReadable("is not a product. Write it as the broker does, such as ES or M6E.");
    }
    return name;
  }

  /** One that is the key of an entry. */
  static Optional<String> key(Value entry) {
    return entry.keyAs(Products::name).map(name -> checked(entry, name));
  }

  private static String checked(Value value, String name) {
    var contract = CONTRACT.matcher(name);
    if (contract.matches()) {
      value.warning(
          "%s (%s) looks like a contract, and products are counted. Is (%s) meant?"
              .formatted(value.name(), name, contract.group(1)));
    }
    return name;
  }

  /** A list; one that is written twice is reported. */
  static Set<String> set(Value value) {
    var names = new LinkedHashSet<String>();
    for (var item : value.items()) {
      item.as(Products::name)
          .map(name -> checked(item, name))
          .filter(name -> !names.add(name))
          .ifPresent(
              name -> item.problem("product (%s) is listed twice. Keep one.".formatted(name)));
    }
    return names;
  }

  /** As {@link #set}, and a list without one is reported too. */
  static Set<String> some(Value value) {
    var names = set(value);
    if (value.isList() && value.items().isEmpty()) {
      value.problem("%s is empty. List a product, or remove the key.".formatted(value.name()));
    }
    return names;
  }
}
