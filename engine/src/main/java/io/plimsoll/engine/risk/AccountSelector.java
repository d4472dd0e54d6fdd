package io.plimsoll.engine.risk;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a plan holds. Every part that is given must match; one with no part at all matches
 * none.
 *
 * @param name a pattern with {@code *} for any text, such as {@code EVAL50*}
 * @param ids account ids; empty means any
 */
public record AccountSelector(
    @Nullable String name,
    Set<Long> ids,
    @Nullable Long autoLiqProfileId,
    @Nullable Long riskCategoryId) {

  public AccountSelector {
    ids = Set.copyOf(ids);
  }

  public boolean matches(
      long id, String accountName, @Nullable Long autoLiqProfile, @Nullable Long riskCategory) {
    boolean any =
        name != null || !ids.isEmpty() || autoLiqProfileId != null || riskCategoryId != null;
    return any
        && (name == null || asPattern(name).matcher(accountName).matches())
        && (ids.isEmpty() || ids.contains(id))
        && (autoLiqProfileId == null || autoLiqProfileId.equals(autoLiqProfile))
        && (riskCategoryId == null || riskCategoryId.equals(riskCategory));
  }

  private static Pattern asPattern(String name) {
    return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE);
  }
}
