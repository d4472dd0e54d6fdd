package io.plimsoll.config;

import io.plimsoll.engine.risk.AccountSelector;
import java.util.HashSet;
import java.util.Optional;

/** {@code accounts} of a plan: which it holds. */
final class AccountsReader {
  private AccountsReader() {}

  static Optional<AccountSelector> read(Value value) {
    if (value.isAbsent()) {
      value.problem("accounts is missing. It is required, such as { name: \"EVAL50*\" }.");
      return Optional.empty();
    }
    var section = Section.open(value, "name", "ids", "autoLiqProfileId", "riskCategoryId");
    var name = section.optional("name", Written::text);
    var ids = new HashSet<Long>();
    for (var item : section.at("ids").items()) {
      item.as(Written::id)
          .filter(id -> !ids.add(id))
          .ifPresent(id -> item.problem("account (%d) is listed twice. Keep one.".formatted(id)));
    }
    if (section.isSound() && section.has("ids") && ids.isEmpty()) {
      section.at("ids").problem("accounts.ids is empty. List an id, or remove the key.");
    }
    var profile = section.optional("autoLiqProfileId", Written::id);
    var category = section.optional("riskCategoryId", Written::id);
    if (section.isSound()
        && name.isEmpty()
        && ids.isEmpty()
        && profile.isEmpty()
        && category.isEmpty()) {
      section.problem("accounts names none. Write name, ids, autoLiqProfileId or riskCategoryId.");
    }
    return section.build(() ->
        new AccountSelector(name.orElse(null), ids, profile.orElse(null), category.orElse(null)));
  }
}
