package io.plimsoll.notifiers.email;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The HTML part: one table, inline CSS only. It sets no background and no text colour but the
 * badge's, so that the reader's own light or dark scheme holds.
 */
final class EmailHtml {
  private EmailHtml() {}

  static String of(Headline headline, List<AlertRow> rows) {
    var table = new StringBuilder();
    for (var row : rows) {
      table.append(row(row));
    }
    return """
    <!DOCTYPE html>
    <html lang="en" style="color-scheme:light dark">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>%1$s %2$s</title>
    </head>
    <body style="margin:0;padding:12px;font:15px/1.45 system-ui,-apple-system,'Segoe UI',sans-serif">
    <div style="max-width:600px;margin:0 auto">
    <p style="margin:0 0 8px"><span style="display:inline-block;padding:2px 8px;border-radius:4px;\
    background:%3$s;color:#ffffff;font-weight:bold">%1$s</span></p>
    <p style="margin:0 0 12px;font-size:17px;font-weight:bold;word-break:break-word;overflow-wrap:anywhere">%2$s</p>
    <table style="width:100%%;border-collapse:collapse">
    %4$s</table>
    </div>
    </body>
    </html>
    """
        .formatted(
            escape(headline.badge()), escape(headline.text()), colour(headline.badge()), table);
  }

  private static String row(AlertRow row) {
    return """
    <tr>
    <th scope="row" style="padding:6px 12px 6px 0;border-top:1px solid #999999;text-align:left;\
    vertical-align:top;white-space:nowrap;font-weight:normal;opacity:0.75">%s</th>
    <td style="width:100%%;padding:6px 0;border-top:1px solid #999999;vertical-align:top;\
    word-break:break-word;overflow-wrap:anywhere">%s</td>
    </tr>
    """
        .formatted(escape(row.name()), cell(row.text()));
  }

  private static String cell(String text) {
    var shown = escape(text);
    return isWebAddress(text) ? "<a href=\"%1$s\">%1$s</a>".formatted(shown) : shown;
  }

  /** Nothing else becomes a link: {@code javascript:} and its like stay text. */
  private static boolean isWebAddress(String text) {
    try {
      var scheme = text.startsWith("http") ? URI.create(text).getScheme() : null;
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static String colour(String badge) {
    return switch (badge.toLowerCase(Locale.ROOT)) {
      case "critical" -> "#b3261e";
      case "warning" -> "#8a5a00";
      case "resolved" -> "#1a7036";
      default -> "#57606a";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
