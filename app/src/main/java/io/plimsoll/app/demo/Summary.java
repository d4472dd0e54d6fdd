package io.plimsoll.app.demo;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The table at the end: each story, each step, and when it was seen. */
final class Summary {
  private Summary() {}

  /** Prints the table; true when everything was proven. */
  static boolean print(List<Story> stories, boolean onlyFromOutside, Judge judge, Timeline timeline)
      throws IOException, InterruptedException {
    boolean all = true;
    timeline.say("");
    for (var story : stories) {
      timeline.say("%s  %s".formatted(story.account(), story.title()));
      for (var step : story.steps()) {
        var when = step.seenAt().map(at -> String.format(Locale.ROOT, "%6.2f s", at));
        boolean excused = onlyFromOutside && !step.fromOutside;
        all &= when.isPresent() || excused;
        timeline.say(
            "   %-42s %s".formatted(step.name, when.orElse(excused ? "unsaid" : "NOT SEEN")));
      }
      for (var question : story.questions()) {
        var wrong = question.asked().wrong(judge);
        all &= wrong.isEmpty();
        timeline.say(
            "   %-42s %s"
                .formatted(question.name(), wrong.map(why -> "WRONG: " + why).orElse("yes")));
      }
    }
    timeline.say("");
    timeline.say(all ? "All three stories proven." : "Not everything was proven.");
    return all;
  }
}
