package io.plimsoll.app.cases;

import io.plimsoll.config.cases.Raw;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.SessionClock;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cash of the account of a case: one row for each trade date, which begins at 17:00 in Chicago.
 *
 * @param number of the row
 * @param amount of now
 * @param startOfDay at the beginning of the trade date
 * @param realized since then, by trading
 * @param week realized since the beginning of the week
 */
record Cash(
    long number,
    LocalDate tradeDate,
    BigDecimal amount,
    BigDecimal startOfDay,
    BigDecimal realized,
    BigDecimal week) {
  private static final long DOLLAR = 1;
  private static final Pattern NUMBER = Pattern.compile("-?[\\d.eE+-]*\\d");
  private static final Set<String> OWN =
      Set.of("tradeDate", "amount", "amountSOD", "realizedPnL", "weekRealizedPnL");

  /** Of an account that has traded nothing yet today. */
  static Cash of(BigDecimal amount, Instant now) {
    return new Cash(
        1, SessionClock.CME.sessionDate(now), amount, amount, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  Cash traded(BigDecimal change) {
    return new Cash(
        number, tradeDate, amount.add(change), startOfDay, realized.add(change), week.add(change));
  }

  /** Money came, or went, that no trade explains. */
  Cash moved(BigDecimal flow) {
    return new Cash(number, tradeDate, amount.add(flow), startOfDay, realized, week);
  }

  /** The broker says what was realized today. */
  Cash realizing(BigDecimal ofDay) {
    return new Cash(
        number, tradeDate, amount, startOfDay, ofDay, week.add(ofDay).subtract(realized));
  }

  /** What a case says itself of the row, in place of what follows from its steps. */
  Cash told(Raw.Parts fields) {
    return new Cash(
        number,
        fields.parts().get("tradeDate") instanceof Raw.Text(var date)
            ? LocalDate.parse(date)
            : tradeDate,
        number(fields, "amount", amount),
        number(fields, "amountSOD", startOfDay),
        number(fields, "realizedPnL", realized),
        number(fields, "weekRealizedPnL", week));
  }

  private static BigDecimal number(Raw.Parts fields, String name, BigDecimal otherwise) {
    return fields.parts().get(name) instanceof Raw.Plain(var json) && NUMBER.matcher(json).matches()
        ? new BigDecimal(json)
        : otherwise;
  }

  /** What else a case says of the row; also what is no number. */
  static Raw.Parts besides(Raw.Parts fields) {
    var others = new LinkedHashMap<>(fields.parts());
    others
        .entrySet()
        .removeIf(field ->
            OWN.contains(field.getKey())
                && !(field.getValue() instanceof Raw.Plain(var json)
                    && !NUMBER.matcher(json).matches()));
    return new Raw.Parts(others);
  }

  /** Set back by the broker: as if nothing had been traded. */
  Cash reset(BigDecimal balance) {
    return new Cash(number, tradeDate, balance, balance, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** The row of the next trade date. */
  Cash rolled(Instant now) {
    var date = SessionClock.CME.sessionDate(now);
    boolean weekBegins = date.getDayOfWeek() == DayOfWeek.MONDAY;
    return new Cash(
        number + 1, date, amount, amount, BigDecimal.ZERO, weekBegins ? BigDecimal.ZERO : week);
  }

  ObjectNode row(Instant now) {
    var row = JsonMapper.shared().createObjectNode();
    row.put("id", number)
        .put("accountId", WorkedCase.ACCOUNT)
        .put("timestamp", now.toString())
        .set("tradeDate", date(tradeDate));
    return row.put("currencyId", DOLLAR)
        .put("amount", amount)
        .put("realizedPnL", realized)
        .put("weekRealizedPnL", week)
        .put("amountSOD", startOfDay);
  }

  /** A movement, as the broker logs it. */
  ObjectNode movement(long id, String type, BigDecimal delta, Instant now) {
    return row(now).put("id", id).put("cashChangeType", type).put("delta", delta);
  }

  /** As the vendor writes a date. */
  static ObjectNode date(LocalDate date) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("year", date.getYear())
        .put("month", date.getMonthValue())
        .put("day", date.getDayOfMonth());
  }
}
