package io.plimsoll.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.simulator.fault.WireFault.Kind;
import io.plimsoll.simulator.ledger.Json;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {
  @Test
  void anEntryIsReadWholly() {
    var script =
        script(
            "{'fault':'delay','every':'10s','socket':'market-data','frames':'events','entityType':'fill','one':true,'times':3,'pause':'250ms'}");

    var rule = script.rules().getFirst();
    assertThat(rule.fault().kind()).isEqualTo(Kind.DELAY);
    assertThat(rule.fault().pause()).isEqualTo(Duration.ofMillis(250));
    assertThat(rule.when()).isEqualTo(new When.Every(Duration.ofSeconds(10)));
    assertThat(rule.aim().socket()).contains(SocketKind.MARKET_DATA);
    assertThat(rule.aim().frames()).isEqualTo(Aim.Frames.events);
    assertThat(rule.aim().entityType()).contains("fill");
    assertThat(rule.aim().one()).isTrue();
    assertThat(rule.times()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindHasAWordThatAScriptMayUse(Kind kind) {
    var script = script("{'fault':'" + kind.word() + "','rate':0.5}");

    assertThat(script.rules().getFirst().fault().kind()).isEqualTo(kind);
  }

  @Test
  void anEntryWithAnEndpointIsForCalls() {
    var script = script("{'endpoint':'order/placeorder','kind':'status','status':429}");

    assertThat(script.rules()).isEmpty();
    assertThat(script.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          {'fault':'explode','rate':1} | explode
          {'fault':'drop','rat':1} | rat
          {'fault':'drop','rate':1.5} | 1.5
          {'fault':'drop','rate':'much'} | much
          {'fault':'drop','at':'soon'} | soon
          {'fault':'drop','at':'5s','every':'5s'} | exclude each other
          {'fault':'drop','every':'0s'} | positive
          {'fault':'drop','socket':'plug'} | plug
          {'fault':'drop','times':0} | times
          {'rate':0.1} | fault
          """)
  void anEntryThatIsNotUnderstoodIsRefusedWithItsPlaceAndTheWord(String entry, String word) {
    assertThatThrownBy(() -> script("{'fault':'drop','rate':0}," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("faults[1]")
        .hasMessageContaining(word);
  }

  @Test
  void aFileIsNamedInWhatIsWrongWithIt(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("faults.json"), "{\"faults\":7}");

    assertThatThrownBy(() -> Script.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("faults.json")
        .hasMessageContaining("list");
    assertThatThrownBy(() -> Script.read(folder.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void theTimeToACutIsReadAndTheFirstOfTwoScriptsHolds() {
    var script =
        Script.parse(Json.MAPPER.readTree("{\"faults\":[],\"cutAfterLoss\":\"2s\"}"))
            .and(Script.NONE.cuttingAfterLoss(Duration.ofSeconds(9)));

    assertThat(script.cutAfterLoss()).contains(Duration.ofSeconds(2));
    assertThat(script.isEmpty()).isTrue();
  }

  @Test
  void chaosSharesItsRateAmongAllFaults() {
    var rules = Chaos.at(0.2).rules();

    assertThat(rules.stream().map(rule -> rule.fault().kind()).distinct())
        .containsExactlyInAnyOrder(Kind.values());
    assertThat(rules.stream().mapToDouble(rule -> ((When.Rate) rule.when()).probability()).sum())
        .isBetween(0.1999, 0.2001);
  }

  @Test
  void chaosOfNothingHasNoRules() {
    assertThat(Chaos.at(0).isEmpty()).isTrue();
    assertThatThrownBy(() -> Chaos.at(2)).hasMessageContaining("2.0");
  }

  static Script script(String entries) {
    return Script.parse(
        Json.MAPPER.readTree("{'faults':[".replace('\'', '"') + entries.replace('\'', '"') + "]}"));
  }
}
