package io.plimsoll.app.demo;

import static io.plimsoll.app.demo.NarratorTest.logged;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.app.Format;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {
  private static final Happening MOVED =
      logged(
          "account moved",
          "name",
          "A",
          "plan",
          "p",
          "equity",
          "48700.00",
          "floor",
          "48725.00",
          "room",
          "-25.00",
          "limit",
          "trailing-drawdown",
          "ceiling",
          "null",
          "floor.trailing-drawdown",
          "48725.00");

  private final StringWriter out = new StringWriter();
  private final Timeline people = timeline(Format.text);
  private final Timeline programs = timeline(Format.json);

  @Test
  void anAccountIsIntroducedWithItsPlanBeforeItMoves() {
    people.print(MOVED);
    assertThat(lines())
        .hasSize(2)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        " +\\d+\\.\\d\\d s  plan     A +p +floors trailing-drawdown 48,725.00"),
            line ->
                assertThat(line)
                    .matches(
                        " +\\d+\\.\\d\\d s  facts    A +equity +48,700.00  floor 48,725.00"
                            + "  room +-25.00  p +trailing-drawdown"));
  }

  @Test
  void programsGetTheSameFactsAsFields() {
    programs.print(MOVED);
    var json = json().getFirst();
    assertThat(json.path("seconds").isNumber()).isTrue();
    assertThat(json.path("event").asString()).isEqualTo("account moved");
    assertThat(json.path("name").asString()).isEqualTo("A");
    assertThat(json.path("plan").asString()).isEqualTo("p");
    assertThat(json.path("equity").asString()).isEqualTo("48700.00");
    assertThat(json.path("floor").asString()).isEqualTo("48725.00");
    assertThat(json.path("room").asString()).isEqualTo("-25.00");
    assertThat(json.path("floor.trailing-drawdown").asString()).isEqualTo("48725.00");
    assertThat(json.has("ceiling")).as("what is not known").isFalse();
  }

  @Test
  void whatIsNoiseForPeopleIsNoiseForPrograms() {
    for (var timeline : List.of(people, programs)) {
      timeline.print(logged("link up"));
      timeline.print(logged("account moved", "name", "B", "equity", "1.00"));
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void programsGetOneObjectALineWhateverHappens() {
    programs.places(Map.of("broker", "http://b"));
    programs.print(new Happening.Mailed("[INFO] A r.s", "A"));
    programs.print(new Happening.Hooked("r.s", "A", "p", "75%", "firing", "done", true));
    programs.print(new Happening.Killed());
    programs.say("that is all");
    assertThat(json())
        .extracting(line -> line.path("event").asString())
        .containsExactly(
            "demo started", "mail arrived", "webhook arrived", "engine killed", "note");
    assertThat(json().get(0).path("broker").asString()).isEqualTo("http://b");
    assertThat(json().get(1).path("subject").asString()).isEqualTo("[INFO] A r.s");
    assertThat(json().get(2).path("plan").asString()).isEqualTo("p");
    assertThat(json().get(2).path("genuine").asBoolean()).isTrue();
    assertThat(json().get(4).path("text").asString()).isEqualTo("that is all");
  }

  @Test
  void theEndIsATableForPeople() {
    people.print(summary("yes", true));
    assertThat(lines())
        .containsExactly(
            "",
            "A               p               title",
            "   was it so                                    yes",
            "",
            "All four stories proven.");
  }

  @Test
  void oneThingThatIsWrongIsNoProof() {
    people.print(summary("WRONG: why", false));
    assertThat(lines()).anyMatch(line -> line.endsWith("WRONG: why"));
    assertThat(lines()).last().isEqualTo("Not everything was proven.");
  }

  @Test
  void theEndIsAnObjectAStoryForPrograms() {
    programs.print(summary("WRONG: why", false));
    var story = json().getFirst();
    assertThat(story.path("plan").asString()).isEqualTo("p");
    assertThat(story.path("proven").asBoolean(true)).isFalse();
    assertThat(story.path("points").path(0).path("said").asString()).isEqualTo("WRONG: why");
    assertThat(json().getLast().path("event").asString()).isEqualTo("demo proven");
    assertThat(json().getLast().path("proven").asBoolean(true)).isFalse();
  }

  private static Summary summary(String said, boolean good) {
    var point = new Summary.Point("was it so", good, said);
    return new Summary(List.of(new Summary.Told("A", "p", "title", List.of(point))));
  }

  private Timeline timeline(Format format) {
    return new Timeline(new PrintWriter(out), format, new Moves(List.of("A")));
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private List<JsonNode> json() {
    return lines().stream().map(JsonMapper.shared()::readTree).toList();
  }
}
