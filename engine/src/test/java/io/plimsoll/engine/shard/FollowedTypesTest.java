package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedTypesTest {
  @TempDir Path folder;

  @Test
  void whatPricesAndActionsNeedIsAskedForWhateverTheRulesMatch() throws IOException {
    assertThat(typesFor("Feed()"))
        .contains(EntityType.CONTRACT, EntityType.CONTRACT_MATURITY, EntityType.PRODUCT)
        .contains(EntityType.CURRENCY, EntityType.ORDER, EntityType.ACCOUNT_RISK_STATUS)
        .doesNotContain(EntityType.FILL, EntityType.COMMAND, EntityType.ADMIN_ALERT_SIGNAL);
  }

  @Test
  void whatSomeRuleMatchesIsAskedForToo() throws IOException {
    var least = typesFor("Feed()");
    assertThat(typesFor("Fill() not CommandReport() exists CashBalanceLog()"))
        .containsAll(least)
        .contains(EntityType.FILL, EntityType.COMMAND_REPORT, EntityType.CASH_BALANCE_LOG)
        .hasSize(least.size() + 3);
  }

  @Test
  void aRuleThatMatchesAWholeFamilyAsksForAllOfIt() throws IOException {
    assertThat(typesFor("Detail()"))
        .contains(EntityType.COMMAND, EntityType.FILL_FEE, EntityType.ORDER_STRATEGY_LINK)
        .contains(EntityType.USER_ACCOUNT_RISK_PARAMETER)
        .doesNotContain(EntityType.EXECUTION_REPORT, EntityType.EXCHANGE);
  }

  private Set<EntityType> typesFor(String when) throws IOException {
    Files.writeString(
        folder.resolve("a.drl"),
        """
        package io.plimsoll.rules
        import io.plimsoll.engine.fact.*
        import io.plimsoll.engine.tradovate.entity.*
        import io.plimsoll.engine.session.Finding
        rule "a.x" @severity( INFO ) @description( "x" ) @runbook( "x" )
        when
        %s
        then
        insertLogical( Finding.onAccount( drools, 1 ) );
        end
        """
            .formatted(when));
    return switch (RuleSet.load(List.of(folder))) {
      case RuleLoad.Loaded(var rules) -> Station.types(rules);
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
