package io.plimsoll.notifiers.email;

import io.plimsoll.engine.alert.Notification;

/** How an alert reads: the subject, and the same rows as plain text and as HTML. */
record EmailText(String subject, String text, String html) {

  static EmailText of(Notification alert) {
    var headline = Headline.of(alert);
    var rows = AlertRow.of(alert);
    var text = new StringBuilder(headline.line()).append("\n\n");
    for (var row : rows) {
      text.append("%-13s%s\n".formatted(row.name() + ":", row.text()));
    }
    return new EmailText(headline.line(), text.toString(), EmailHtml.of(headline, rows));
  }
}
