package io.plimsoll.app.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What became of the stories: each step, when it was seen, and what the broker answered. */
record Summary(List<Told> stories) {
  /**
   * @param points in the story's order, the questions last
   */
  record Told(String account, String plan, String title, List<Point> points) {
    Told {
      points = List.copyOf(points);
    }

    boolean isProven() {
      return points.stream().allMatch(Point::good);
    }
  }

  /**
   * @param said when it was seen, what the broker answered, or what is wrong
   */
  record Point(String name, boolean good, String said) {}

  Summary {
    stories = List.copyOf(stories);
  }

  /**
   * @param onlyFromOutside a killed engine may have left its own steps unsaid
   */
  static Summary of(List<Story> stories, boolean onlyFromOutside, Judge judge)
      throws IOException, InterruptedException {
    var told = new ArrayList<Told>();
    for (var story : stories) {
      var points = new ArrayList<Point>();
      for (var step : story.steps()) {
        points.add(point(step, onlyFromOutside));
      }
      for (var question : story.questions()) {
        var wrong = question.asked().wrong(judge);
        points.add(
            new Point(
                question.name(), wrong.isEmpty(), wrong.map(why -> "WRONG: " + why).orElse("yes")));
      }
      told.add(new Told(story.account(), story.plan(), story.title(), points));
    }
    return new Summary(told);
  }

  private static Point point(Story.Step step, boolean onlyFromOutside) {
    boolean excused = onlyFromOutside && !step.fromOutside;
    return step.seenAt()
        .map(at -> new Point(step.name, true, String.format(Locale.ROOT, "%6.2f s", at)))
        .orElseGet(() -> new Point(step.name, excused, excused ? "unsaid" : "NOT SEEN"));
  }

  boolean isProven() {
    return stories.stream().allMatch(Told::isProven);
  }

  /** For people. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("");
    for (var story : stories) {
      lines.add("%-14s  %-14s  %s".formatted(story.account(), story.plan(), story.title()));
      for (var point : story.points()) {
        lines.add("   %-44s %s".formatted(point.name(), point.said()));
      }
    }
    lines.add("");
    lines.add(isProven() ? "All four stories proven." : "Not everything was proven.");
    return lines;
  }

  /** For programs: an object a story, and one for the end. */
  List<ObjectNode> json(double seconds) {
    var objects = new ArrayList<ObjectNode>();
    for (var story : stories) {
      var json =
          JsonLine.of(seconds, "story told", Map.of())
              .put("name", story.account())
              .put("plan", story.plan())
              .put("title", story.title())
              .put("proven", story.isProven());
      var points = json.putArray("points");
      for (var point : story.points()) {
        points
            .addObject()
            .put("name", point.name())
            .put("good", point.good())
            .put("said", point.said().strip());
      }
      objects.add(json);
    }
    objects.add(JsonLine.of(seconds, "demo proven", Map.of()).put("proven", isProven()));
    return objects;
  }
}
