package io.plimsoll.engine.session;

import io.plimsoll.engine.tradovate.entity.AdminAlertSignal;
import io.plimsoll.engine.tradovate.entity.AnnualReview;
import io.plimsoll.engine.tradovate.entity.Command;
import io.plimsoll.engine.tradovate.entity.CommandReport;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.Fill;
import io.plimsoll.engine.tradovate.entity.FillFee;
import io.plimsoll.engine.tradovate.entity.FillPair;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import io.plimsoll.engine.tradovate.entity.OrderStrategyLink;
import io.plimsoll.engine.tradovate.entity.OrderVersion;
import io.plimsoll.engine.tradovate.entity.User;
import io.plimsoll.engine.tradovate.entity.UserAccountRiskParameter;
import io.plimsoll.engine.tradovate.entity.UserPlugin;
import io.plimsoll.engine.tradovate.entity.UserPromoCode;
import io.plimsoll.engine.tradovate.entity.UserProperty;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A finding is about an account, and not every entity names one: here is the way to it. */
final class ScopeCheck {
  private static final Pattern FINDING =
      Pattern.compile(
          "\\bFinding\\s*\\.\\s*(?:of|onAccount)\\s*\\(\\s*drools\\s*,\\s*([$\\w]+)\\s*"
              + "(?:\\)|\\.\\s*(?:accountId|getAccountId)\\b)");

  private static final String BY_ORDER = "Order( id == %s.orderId, $account : accountId )";
  private static final String BY_USER = "Account( userId == %s.userId, $account : accountId )";
  private static final String BY_ITSELF = "accountId != null, $account : accountId";

  /** What to match besides, to come from an entity to its account. */
  private static final Map<Class<?>, String> WAYS =
      Map.ofEntries(
          Map.entry(Command.class, BY_ORDER),
          Map.entry(
              CommandReport.class,
              "Command( id == %s.commandId, $order : orderId ) "
                  + "Order( id == $order, $account : accountId )"),
          Map.entry(Fill.class, BY_ORDER),
          Map.entry(
              FillFee.class,
              "Fill( id == %s.id, $order : orderId ) Order( id == $order, $account : accountId )"),
          Map.entry(FillPair.class, "Position( id == %s.positionId, $account : accountId )"),
          Map.entry(OrderStrategyLink.class, BY_ORDER),
          Map.entry(OrderVersion.class, BY_ORDER),
          Map.entry(
              UserAccountRiskParameter.class,
              "UserAccountPositionLimit( id == %s.userAccountPositionLimitId, "
                  + "$account : accountId )"),
          Map.entry(
              AdminAlertSignal.class, "relatedToAccountId != null, $account : relatedToAccountId"),
          Map.entry(AnnualReview.class, BY_USER),
          Map.entry(User.class, "Account( userId == %s.id, $account : accountId )"),
          Map.entry(UserPlugin.class, BY_ITSELF),
          Map.entry(UserPromoCode.class, BY_ITSELF),
          Map.entry(UserProperty.class, BY_USER));

  private ScopeCheck() {}

  /**
   * What is wrong when a consequence makes a finding about an entity that names no account.
   *
   * @param consequence without its comments
   */
  static Optional<String> problem(RuleFile file, RuleDescr rule, String consequence) {
    return FINDING
        .matcher(consequence)
        .results()
        .map(match -> match.group(1))
        .flatMap(name -> matched(file, rule, name).map(type -> text(name, type)).stream())
        .findFirst();
  }

  private static Optional<Class<?>> matched(RuleFile file, RuleDescr rule, String name) {
    return rule.getLhs().getAllPatternDescr().stream()
        .filter(pattern -> name.equals(pattern.getIdentifier()))
        .map(PatternDescr::getObjectType)
        .<Class<?>>flatMap(type -> file.classNamed(type).stream())
        .filter(type -> Entity.class.isAssignableFrom(type))
        .filter(type -> !OfAccount.class.isAssignableFrom(type))
        .findFirst();
  }

  private static String text(String name, Class<?> type) {
    return ("makes a finding about %s, but %s does not say for sure which account it belongs to. "
            + "Match also %s, and write Finding.onAccount( drools, $account ).")
        .formatted(name, type.getSimpleName(), way(type).formatted(name));
  }

  /** For an entity of all accounts there is no way; one must come from elsewhere. */
  static String way(Class<?> type) {
    return WAYS.getOrDefault(type, "a fact of an account, such as Account( $account : accountId )");
  }
}
