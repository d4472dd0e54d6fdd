package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.session.Given.entity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.entity.ProductType;
import io.plimsoll.engine.tradovate.entity.UserAccountPositionLimit;
import io.plimsoll.engine.tradovate.entity.UserAccountPositionLimit.TotalBy;
import io.plimsoll.engine.tradovate.entity.UserAccountRiskParameter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PositionLimitsTest {
  private static final String DEPS = "userAccountPositionLimit/deps";
  private static final String CREATE = "userAccountPositionLimit/create";
  private static final String UPDATE = "userAccountPositionLimit/update";
  private static final String OTHERS = "{'id':1,'accountId':25,'description':'by hand'}";

  /** As wanted below, with more that the broker has set or that is new to us. */
  private static final String LIMIT =
      "{'id':9,'accountId':25,'active':true,'totalBy':'Overall','exposedLimit':3,"
          + "'description':'plimsoll','riskTimePeriodId':10,'newField':{'x':1}}";

  private final Scripted broker = new Scripted();
  private final Rest rest = TestBroker.rest(broker.uri(), Duration.ofSeconds(3));
  private final PositionLimits limits =
      new PositionLimits(
          rest, new Tokens(rest, TestBroker.login("x"), new TestBroker.Clock(), hindrance -> {}));

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private static GivenRecord<UserAccountPositionLimit> wanted() {
    return entity(UserAccountPositionLimit.class)
        .with("accountId", 25L)
        .with("active", true)
        .with("totalBy", TotalBy.Overall)
        .with("exposedLimit", 3)
        .with("description", "plimsoll");
  }

  private Put<UserAccountPositionLimit> put() {
    return limits.put(wanted().fact());
  }

  private void there(String... answers) {
    for (var answer : answers) {
      broker.answersOnce(DEPS, 200, "[" + answer + "]");
    }
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  private JsonNode posted() {
    assertThat(broker.bodies()).hasSize(1);
    return json(broker.bodies().getFirst());
  }

  private static void isDone(Put<UserAccountPositionLimit> put) {
    assertThat(put)
        .isInstanceOfSatisfying(
            Put.Done.class,
            done ->
                assertThat((UserAccountPositionLimit) done.entity())
                    .returns(9L, UserAccountPositionLimit::id)
                    .returns(3, UserAccountPositionLimit::exposedLimit));
  }

  @Test
  void theLimitsOfAnAccountAreRead() {
    there(OTHERS + "," + LIMIT);
    var read = limits.of(25).map(UserAccountPositionLimit::description);
    assertThat(read).isEqualTo(new Read.Found<>(List.of("by hand", "plimsoll"), List.of()));
    assertThat(broker.asked()).containsExactly(DEPS + "?masterid=25");
  }

  @Test
  void theParametersOfALimitAreRead() {
    broker.answers(
        "userAccountRiskParameter/deps",
        "[{'id':4,'userAccountPositionLimitId':9,'hardLimit':true}]");
    assertThat(limits.parametersOf(9))
        .isEqualTo(new Read.Found<>(List.of(parameter().with("id", 4L).fact()), List.of()));
    assertThat(broker.asked()).containsExactly("userAccountRiskParameter/deps?masterid=9");
  }

  @Test
  void aLimitThatIsNotThereIsCreated() {
    there(OTHERS);
    broker.answers(CREATE, LIMIT);
    isDone(put());
    assertThat(broker.asked()).containsExactly(DEPS + "?masterid=25", CREATE);
    assertThat(posted())
        .isEqualTo(
            json(
                "{'accountId':25,'active':true,'totalBy':'Overall','exposedLimit':3,"
                    + "'description':'plimsoll'}"));
  }

  @Test
  void aLimitThatIsThereAlreadyIsNotSent() {
    there(LIMIT);
    isDone(put());
    assertThat(broker.asked()).hasSize(1);
  }

  @Test
  void aLimitThatDiffersIsUpdatedWithAllThatIsThere() {
    there(LIMIT.replace("'exposedLimit':3", "'exposedLimit':5"));
    broker.answers(UPDATE, LIMIT);
    isDone(put());
    assertThat(broker.asked()).containsExactly(DEPS + "?masterid=25", UPDATE);
    assertThat(posted()).isEqualTo(json(LIMIT));
  }

  @Test
  void severalWithTheDescriptionAreLeftToAPerson() {
    there(LIMIT + "," + OTHERS + "," + LIMIT.replace("'id':9", "'id':11"));
    assertThat(put())
        .isEqualTo(
            new Put.Refused<>(
                "2 limits of account 25 have the description (plimsoll): [9, 11]. Delete all but"
                    + " one at the broker."));
    assertThat(broker.bodies()).isEmpty();
  }

  @Test
  void aCreateInDoubtThatShowsIsDone() {
    there(OTHERS, OTHERS + "," + LIMIT);
    broker.hangsUpOnce(CREATE);
    isDone(put());
    assertThat(broker.bodies()).hasSize(1);
  }

  @Test
  void aCreateInDoubtThatDoesNotShowStaysInDoubtAndIsNotSentAgain() {
    there(OTHERS, OTHERS);
    broker.hangsUpOnce(CREATE);
    assertThat(put()).isInstanceOf(Put.Unclear.class);
    assertThat(broker.bodies()).hasSize(1);
  }

  @Test
  void puttingAgainAfterDoubtFindsWhatWasCreatedLate() {
    there(OTHERS, OTHERS, OTHERS + "," + LIMIT);
    broker.hangsUpOnce(CREATE);
    assertThat(put()).isInstanceOf(Put.Unclear.class);
    isDone(put());
    assertThat(broker.bodies()).hasSize(1);
  }

  @Test
  void aCreateInDoubtWhoseEffectCannotBeReadStaysInDoubt() {
    there(OTHERS);
    broker.answersOnce(DEPS, 503, "");
    broker.answers(CREATE, "{}");
    assertThat(put()).isInstanceOf(Put.Unclear.class);
    assertThat(broker.bodies()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "{'ok':true}", "{'id':9,'accountId':25}"})
  void anAnswerThatDoesNotShowTheLimitIsReadBack(String answer) {
    there(OTHERS, LIMIT);
    broker.answers(CREATE, answer);
    isDone(put());
    assertThat(broker.asked()).hasSize(3).last().isEqualTo(DEPS + "?masterid=25");
  }

  @Test
  void anUpdateThatWasAnsweredButNotMadeIsInDoubt() {
    var before = LIMIT.replace("'exposedLimit':3", "'exposedLimit':5");
    there(before, before);
    broker.answers(UPDATE, before);
    assertThat(put()).isInstanceOf(Put.Unclear.class);
  }

  @Test
  void anUpdateInDoubtThatShowsIsDone() {
    there(LIMIT.replace("'exposedLimit':3", "'exposedLimit':5"), LIMIT);
    broker.hangsUpOnce(UPDATE);
    isDone(put());
  }

  @Test
  void aRefusedCreateIsRefused() {
    there(OTHERS);
    broker.answers(CREATE, "{'errorText':'Access is denied'}");
    assertThat(put()).isEqualTo(new Put.Refused<>("Access is denied"));
  }

  @ParameterizedTest
  @CsvSource({"429,30", "423,30"})
  void aLimitedCreateIsSurelyNotDone(int status, int seconds) {
    there(OTHERS);
    broker.fails(CREATE, status, "");
    assertThat(put()).isEqualTo(new Put.Later<>("status " + status, Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503})
  void nothingIsSentWhileItCannotBeRead(int status) {
    broker.fails(DEPS, status, "");
    assertThat(put()).isInstanceOf(Put.Later.class);
    assertThat(broker.bodies()).isEmpty();
  }

  @Test
  void nothingIsSentForAnAccountThatMayNotBeRead() {
    broker.fails(DEPS, 404, "Account 25 is not known.");
    assertThat(put()).isInstanceOf(Put.Refused.class);
    assertThat(broker.bodies()).isEmpty();
  }

  @Test
  void aCreateRefusedForItsTokenIsSentAgainWithAFreshOne() {
    there(OTHERS);
    broker.answersOnce(CREATE, 401, "Expired Access Token");
    broker.answers(CREATE, LIMIT);
    isDone(put());
    assertThat(broker.renewals()).isEqualTo(1);
  }

  @Test
  void whatIsNullIsLeftAsItIs() {
    there(LIMIT);
    assertThat(limits.put(wanted().with("active", null).with("totalBy", null).fact()))
        .isInstanceOf(Put.Done.class);
    assertThat(broker.bodies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aLimitWithoutADescriptionCannotBeFoundAgain(String description) {
    assertThatThrownBy(() -> limits.put(wanted().with("description", description).fact()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limit for account 25 has no description. Give it one: it is found by it.");
  }

  @Test
  void aDescriptionThatTheBrokerWouldCutIsRefused() {
    assertThatThrownBy(() -> limits.put(wanted().with("description", "x".repeat(65)).fact()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 65 characters. The broker takes 64.");
  }

  @Test
  void aWordWeDoNotKnowIsNotSent() {
    there(LIMIT);
    assertThatThrownBy(() -> limits.put(wanted().with("productType", ProductType.UNKNOWN).fact()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The (productType) of ");
  }

  private static GivenRecord<UserAccountRiskParameter> parameter() {
    return entity(UserAccountRiskParameter.class)
        .with("userAccountPositionLimitId", 9L)
        .with("hardLimit", true);
  }

  @Test
  void aParameterIsCreatedForALimitThatHasNone() {
    broker.answers("userAccountRiskParameter/deps", "[]");
    broker.answers(
        "userAccountRiskParameter/create",
        "{'id':4,'userAccountPositionLimitId':9,'hardLimit':true,'maxClosingOrderQty':100}");
    assertThat(limits.put(parameter().fact()))
        .isEqualTo(
            new Put.Done<>(parameter().with("id", 4L).with("maxClosingOrderQty", 100).fact()));
    assertThat(posted()).isEqualTo(json("{'userAccountPositionLimitId':9,'hardLimit':true}"));
  }

  @Test
  void theOneParameterOfALimitIsUpdated() {
    broker.answers(
        "userAccountRiskParameter/deps",
        "[{'id':4,'userAccountPositionLimitId':9,'hardLimit':false,'marginPercentage':12.50}]");
    broker.answers(
        "userAccountRiskParameter/update",
        "{'id':4,'userAccountPositionLimitId':9,'hardLimit':true,'marginPercentage':12.5}");
    assertThat(limits.put(parameter().with("marginPercentage", "12.5").fact()))
        .isInstanceOf(Put.Done.class);
    assertThat(posted().path("id").asLong()).isEqualTo(4);
  }

  @Test
  void severalParametersOfALimitAreLeftToAPerson() {
    broker.answers(
        "userAccountRiskParameter/deps",
        "[{'id':4,'userAccountPositionLimitId':9},{'id':5,'userAccountPositionLimitId':9}]");
    assertThat(limits.put(parameter().fact()))
        .isEqualTo(
            new Put.Refused<>(
                "2 parameters belong to the limit 9: [4, 5]. Delete all but one at the broker."));
  }
}
