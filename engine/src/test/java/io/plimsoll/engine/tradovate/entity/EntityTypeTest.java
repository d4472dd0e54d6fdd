package io.plimsoll.engine.tradovate.entity;

import static io.plimsoll.engine.tradovate.entity.Samples.JSON;
import static io.plimsoll.engine.tradovate.entity.Samples.bare;
import static io.plimsoll.engine.tradovate.entity.Samples.components;
import static io.plimsoll.engine.tradovate.entity.Samples.full;
import static io.plimsoll.engine.tradovate.entity.Samples.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.tradovate.entity.Samples.Generation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class EntityTypeTest {
  /** As the sync response has them, in the vendor's order. */
  private static final List<String> SYNC_MESSAGE =
      List.of(
          ("users userProperties properties accounts accountRiskStatuses marginSnapshots"
                  + " userAccountAutoLiqs cashBalances currencies positions fillPairs orders"
                  + " contracts contractMaturities products exchanges spreadDefinitions commands"
                  + " commandReports executionReports orderVersions fills fillFees orderStrategies"
                  + " orderStrategyLinks userPlugins annualReviews userReadStatuses userPromoCodes"
                  + " contractGroups orderStrategyTypes")
              .split(" "));

  @Test
  void everyCollectionOfTheSyncResponseHasAType() {
    assertThat(EntityType.values())
        .filteredOn(EntityType::isInSnapshot)
        .extracting(EntityType::collection)
        .containsExactlyInAnyOrderElementsOf(SYNC_MESSAGE);
  }

  @Test
  void theTypesThatAreNotInItAreThese() {
    assertThat(EntityType.values())
        .filteredOn(type -> !type.isInSnapshot())
        .extracting(EntityType::wireName)
        .containsExactlyInAnyOrder(
            "adminAlertSignal",
            "cashBalanceLog",
            "currencyRate",
            "tradingPermission",
            "userAccountPositionLimit",
            "userAccountRiskParameter");
  }

  /** The vendor's own C# client finds the type by the name of its collection like this. */
  @ParameterizedTest
  @EnumSource
  void theVendorsRuleLeadsFromTheCollectionToTheType(EntityType type) {
    var collection = type.collection();
    var name =
        collection.endsWith("ses")
            ? collection.substring(0, collection.length() - 2)
            : collection.endsWith("ies")
                ? collection.substring(0, collection.length() - 3) + "y"
                : collection.substring(0, collection.length() - 1);
    assertThat(EntityType.ofWireName(name)).contains(type);
  }

  @Test
  void aNameThatIsNoTypeIsNone() {
    assertThat(EntityType.ofWireName("userSession")).isEmpty();
    assertThat(EntityType.ofWireName("Account")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theRecordHasTheVendorsFieldsAndNoOthers(EntityType type) {
    assertThat(components(type))
        .extracting(RecordComponent::getName)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("id"), Samples.fields(type).stream().map(Samples.Field::name))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsReadIntoThePartOfItsName(EntityType type) {
    var sent = full(type);
    var fields = new Fields(sent);
    var entity = type.read(fields);
    assertThat(fields.complaints()).isEmpty();
    assertThat(EntityType.of(entity)).isEqualTo(type);
    for (var component : components(type)) {
      var node = sent.get(component.getName());
      var value = valueOf(entity, component.getName());
      assertThat(value).as(component.getName()).isNotNull();
      if (node.isValueNode()) {
        assertThat(String.valueOf(value)).isEqualTo(node.asString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOlderGenerationsLeastIsEnough(EntityType type) {
    assertThat(type.read(new Fields(bare(type, Generation.OLDER))).id()).isEqualTo(Samples.ID);
  }

  @ParameterizedTest
  @EnumSource
  void theNewerGenerationsLeastIsEnough(EntityType type) {
    assertThat(type.read(new Fields(bare(type, Generation.NEWER))).id()).isEqualTo(Samples.ID);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNewToUsIsIgnored(EntityType type) {
    var sent = full(type).put("newField", 1);
    sent.putObject("newObject").put("x", 1);
    assertThat(type.read(new Fields(sent))).isEqualTo(type.read(new Fields(full(type))));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnIdItIsNoEntity(EntityType type) {
    var sent = full(type);
    sent.remove("id");
    assertThatThrownBy(() -> type.read(new Fields(sent)))
        .isInstanceOf(BadEntityException.class)
        .hasMessage("required field id is absent");
  }

  static Stream<Arguments> words() {
    return Arrays.stream(EntityType.values())
        .flatMap(type ->
            components(type).stream()
                .filter(component -> component.getType().isEnum())
                .map(component -> Arguments.of(type, component.getName())));
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordThatIsNewToUsIsUnknownAndComplainedOf(EntityType type, String field) {
    var fields = new Fields(full(type).put(field, "Novel"));
    var value = valueOf(type.read(fields), field);
    assertThat(String.valueOf(value)).isEqualToIgnoringCase("UNKNOWN");
    assertThat(fields.complaints()).containsExactly(field + " (\"Novel\")");
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableFieldCostsNoMoreThanItselfUnlessItIsRequired(EntityType type) {
    var least = bare(type, Generation.OLDER);
    for (var component : components(type)) {
      if (!least.has(component.getName())) {
        var fields = new Fields(unreadable(full(type), component.getName()));
        var value = valueOf(type.read(fields), component.getName());
        if (component.getType().isEnum()) {
          // Absent may have a meaning of its own.
          assertThat(String.valueOf(value)).isEqualToIgnoringCase("UNKNOWN");
        } else {
          assertThat(value).isNull();
        }
        assertThat(fields.complaints()).hasSize(1);
      }
    }
  }

  private static ObjectNode unreadable(ObjectNode entity, String field) {
    entity.putObject(field).put("year", "x");
    return entity;
  }

  @Test
  void anOrderOfUnknownStateIsKeptAndMayStillBeFilled() {
    for (var status : List.of("'Novel'", "'Unknown'", "7", "null")) {
      var fields =
          new Fields(
              JSON.readTree(
                  "{'id':1,'accountId':2,'ordStatus':%s}".formatted(status).replace('\'', '"')));
      var order = (Order) EntityType.ORDER.read(fields);
      assertThat(order.ordStatus()).isEqualTo(OrdStatus.Unknown);
      assertThat(order.ordStatus().isAlive()).isTrue();
    }
  }

  @Test
  void anOrderWithoutAStateIsComplainedOf() {
    var fields = new Fields(JSON.createObjectNode().put("id", 1).put("accountId", 2));
    EntityType.ORDER.read(fields);
    assertThat(fields.complaints()).containsExactly("ordStatus (absent)");
  }

  @Test
  void bothSpellingsOfTheVendorsDocumentsAreRead() {
    var user = JSON.createObjectNode().put("id", 1).put("name", "n");
    user.put("status", "TemporarilyLocked");
    assertThat(((User) EntityType.USER.read(new Fields(user))).status())
        .isEqualTo(User.Status.TemporaryLocked);
    var status = JSON.createObjectNode().put("id", 1);
    status.put("adminAction", "AgreedOnAutoLiquidationByAutoLiq");
    assertThat(
            ((AccountRiskStatus) EntityType.ACCOUNT_RISK_STATUS.read(new Fields(status)))
                .adminAction())
        .isEqualTo(AdminAction.AgreedOnLiquidationByAutoLiq);
  }

  @Test
  void aCooldownIsReadWithItsSteps() {
    var limits = (UserAccountAutoLiq) read(EntityType.USER_ACCOUNT_AUTO_LIQ);
    assertThat(limits.steppedCooldown())
        .isEqualTo(
            new UserAccountAutoLiq.SteppedCooldown(
                List.of(
                    new UserAccountAutoLiq.SteppedCooldown.Step(
                        1, new java.math.BigDecimal("2.5"), 30))));
  }

  @Test
  void aCooldownWithAStepThatCannotBeReadCountsAsNotSent() {
    var sent = full(EntityType.USER_ACCOUNT_AUTO_LIQ);
    sent.putObject("steppedCooldown").putArray("steps").addObject().put("stepNumber", 1);
    var fields = new Fields(sent);
    var limits = (UserAccountAutoLiq) EntityType.USER_ACCOUNT_AUTO_LIQ.read(fields);
    assertThat(limits.steppedCooldown()).isNull();
    assertThat(fields.complaints()).singleElement().asString().startsWith("steppedCooldown (");
    assertThat(limits.dailyLossAutoLiq()).isNotNull();
  }

  private static Entity read(EntityType type) {
    return type.read(new Fields(full(type)));
  }
}
