package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.CASH;
import static io.plimsoll.engine.tradovate.Frames.changes;
import static io.plimsoll.engine.tradovate.Frames.item;
import static io.plimsoll.engine.tradovate.Frames.oddKinds;
import static io.plimsoll.engine.tradovate.Frames.props;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropsTest {
  private static final String GOOD = item("cashBalance", "Updated", CASH);

  @Test
  void anObjectIsOneChange() {
    assertThat(changes(props(GOOD))).hasSize(1);
  }

  @Test
  void anArrayOfItemsIsAChangeForEach() {
    assertThat(changes(props("[" + GOOD + "," + GOOD + "]"))).hasSize(2);
  }

  @Test
  void anArrayOfEntitiesIsAChangeForEach() {
    var item = item("cashBalance", "Created", "[" + CASH + "," + CASH + "," + CASH + "]");
    assertThat(changes(props(item))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Created", "Updated", "created", "Changed", ""})
  void whateverIsNotDeletedIsAnUpsert(String event) {
    assertThat(changes(props(item("cashBalance", event, CASH))))
        .singleElement()
        .isInstanceOf(EntityChange.Upsert.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deleted", "deleted", "DELETED"})
  void deletedNeedsNothingButTheId(String event) {
    assertThat(changes(props(item("position", event, "{'id':77}"))))
        .containsExactly(new EntityChange.Delete(EntityType.POSITION, 77));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "7", "'x'", "{'id':'77'}", "{'id':null}", "[null]"})
  void deletedWithoutAnIdIsOdd(String entity) {
    var messages = props(item("position", "Deleted", entity));
    assertThat(changes(messages)).isEmpty();
    assertThat(oddKinds(messages)).containsExactly("entity:bad-position");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "7", "'x'", "true", "[null]"})
  void anUpdateWithoutAnEntityIsOdd(String entity) {
    var messages = props(item("cashBalance", "Updated", entity));
    assertThat(changes(messages)).isEmpty();
    assertThat(oddKinds(messages)).containsExactly("entity:bad-cashBalance");
  }

  @Test
  void anUnknownTypeIsOdd() {
    assertThat(oddKinds(props(item("userSession", "Updated", "{'id':1}"))))
        .containsExactly("entity:userSession");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Created", "Updated", "Deleted"})
  void anAlertOfTheOtherEnvironmentTouchesNoAlertAndNoAccountOfThisOne(String event) {
    var alert = "{'adminAlertSignal':{'id':1,'text':'liquidated','relatedToAccountId':25}}";
    var messages = props(item("OtherEnvAdminAlertSignal", event, alert));
    assertThat(changes(messages)).isEmpty();
    assertThat(oddKinds(messages)).containsExactly("entity:OtherEnvAdminAlertSignal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "'x'", "{}", "[7]", "[null]"})
  void aBodyThatIsNoItemIsOdd(String body) {
    assertThat(oddKinds(props(body))).containsExactly("entity:");
  }

  @Test
  void anEmptyBodyChangesNothing() {
    assertThat(props("[]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'entityType':'cashBalance','eventType':'Updated','entity':null}",
        "{'entityType':'cashBalance','eventType':'Updated'}",
        "{'entityType':'newThing','eventType':'Updated','entity':{}}",
        "{'entityType':7,'eventType':[],'entity':{}}",
        "{'entityType':'position','eventType':'Deleted','entity':{}}",
        "null",
        "7",
        "[]",
      })
  void aBadItemTakesNoOtherWithIt(String bad) {
    var messages = props("[" + GOOD + "," + bad + "," + GOOD + "]");
    assertThat(changes(messages)).hasSize(2);
    assertThat(oddKinds(messages)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999",
        "-1e999999",
        "1e99999999999",
        "-1e-99999999999",
        "NaN",
        "Infinity",
        "-Infinity",
        "'NaN'",
        "null"
      })
  void anImpossibleNumberTakesNothingElseOfItsFrameWithIt(String number) {
    var bad = CASH.replace("50000.25", number);
    var messages = props("[" + GOOD + "," + item("cashBalance", "Updated", bad) + "]");
    assertThat(changes(messages)).hasSize(2).first().isInstanceOf(EntityChange.Upsert.class);
    assertThat(oddKinds(messages)).containsExactly("entity:bad-cashBalance");
  }

  @Test
  void whatTellsWhereAnAccountStandsAndCannotBeReadIsNotLeftOutSilently() {
    var messages = props(item("position", "Updated", "{'id':5,'accountId':7,'netPos':'three'}"));
    assertThat(changes(messages))
        .containsExactly(new EntityChange.Unreadable(EntityType.POSITION, 5L, 7L));
    assertThat(oddKinds(messages)).containsExactly("entity:bad-position");
  }

  @Test
  void ofAMarginTheIdIsTheAccounts() {
    assertThat(changes(props(item("marginSnapshot", "Updated", "{'id':7}"))))
        .containsExactly(new EntityChange.Unreadable(EntityType.MARGIN_SNAPSHOT, 7L, 7L));
  }

  @Test
  void ofAPositionTheIdOrTheAccountIsEnough() {
    assertThat(changes(props(item("position", "Updated", "[{'id':5},{'accountId':7}]"))))
        .containsExactly(
            new EntityChange.Unreadable(EntityType.POSITION, 5L, null),
            new EntityChange.Unreadable(EntityType.POSITION, null, 7L));
  }

  @Test
  void whatNoAccountIsJudgedByIsOddAndNothingElse() {
    var messages = props(item("fill", "Updated", "{'id':5}"));
    assertThat(changes(messages)).isEmpty();
    assertThat(oddKinds(messages)).containsExactly("entity:bad-fill");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1001, 100_000})
  void aNumberOfAbsurdLengthTakesNothingElseOfItsFrameWithIt(int digits) {
    var bad = CASH.replace("50000.25", "9".repeat(digits));
    var messages = props("[" + GOOD + "," + item("cashBalance", "Updated", bad) + "," + GOOD + "]");
    assertThat(changes(messages)).filteredOn(EntityChange.Upsert.class::isInstance).hasSize(2);
    assertThat(oddKinds(messages)).containsExactly("entity:bad-cashBalance");
  }

  /** Whatever else stands in a frame is read as without the number that cannot be read. */
  @Test
  void besideAnImpossibleNumberAllIsAsItWasSent() {
    var whole =
        CASH.replace("'currencyId'", "'realizedPnL':-1.50,'odd':[true,null,'x',{}],'currencyId'");
    var spoiled = whole.replace("'odd':[", "'odd':[1e99999999999,");
    assertThat(changes(props(item("cashBalance", "Updated", spoiled))))
        .isEqualTo(changes(props(item("cashBalance", "Updated", whole))));
  }

  @Test
  void whatIsOddAboutAFieldIsToldBesideTheEntity() {
    var messages =
        props(
            item(
                "cashBalance",
                "Updated",
                CASH.replace("'currencyId'", "'realizedPnL':'NaN','currencyId'")));
    assertThat(changes(messages)).hasSize(1);
    assertThat(oddKinds(messages)).containsExactly("field:cashBalance.realizedPnL");
  }
}
