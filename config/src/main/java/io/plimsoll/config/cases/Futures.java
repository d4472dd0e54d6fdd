package io.plimsoll.config.cases;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The futures a case may name, and what one point of price is worth in dollars, as the exchanges
 * publish it.
 */
public final class Futures {
  /** A product's name, the letter of a month and a year, such as ESZ6. */
  private static final Pattern CONTRACT = Pattern.compile("(\\w+?)[FGHJKMNQUVXZ]\\d{1,2}");

  private static final Map<String, BigDecimal> VALUE_PER_POINT =
      values(
          """
          ES 50, MES 5, NQ 20, MNQ 2, RTY 50, M2K 5, YM 5, MYM 0.5, EMD 100, NKD 5,
          CL 1000, QM 500, MCL 100, NG 10000, QG 2500, MNG 1000, RB 42000, HO 42000, BZ 1000,
          GC 100, QO 50, MGC 10, SI 5000, QI 2500, SIL 1000, HG 25000, QC 12500, MHG 2500, PL 50, PA 100,
          6A 100000, 6B 62500, 6C 100000, 6E 125000, 6J 12500000, 6N 100000, 6S 125000, 6M 500000,
          M6A 10000, M6B 6250, M6E 12500,
          ZB 1000, UB 1000, ZN 1000, TN 1000, ZF 1000, ZT 2000,
          ZC 50, ZS 50, ZW 50, XC 10, XK 10, XW 10, ZM 100, ZL 600, LE 400, HE 400, GF 500,
          BTC 5, MBT 0.1, ETH 50, MET 0.1
          """);

  private Futures() {}

  private static Map<String, BigDecimal> values(String table) {
    var values = new TreeMap<String, BigDecimal>();
    for (var entry : table.strip().split(",\\s*", -1)) {
      var words = entry.split(" ", -1);
      values.put(words[0], new BigDecimal(words[1]));
    }
    return values;
  }

  /** The names of the products. */
  public static Set<String> products() {
    return VALUE_PER_POINT.keySet();
  }

  /** The product of a contract such as ESZ6, or of one named by its product alone, such as ES. */
  public static Optional<String> product(String contract) {
    if (VALUE_PER_POINT.containsKey(contract)) {
      return Optional.of(contract);
    }
    var matcher = CONTRACT.matcher(contract);
    return matcher.matches() && VALUE_PER_POINT.containsKey(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /**
   * Dollars for one point of price and one contract.
   *
   * @throws IllegalArgumentException for a product that is not in {@link #products()}
   */
  public static BigDecimal valuePerPoint(String product) {
    var value = VALUE_PER_POINT.get(product);
    if (value == null) {
      throw new IllegalArgumentException("(%s) is not a product we know.".formatted(product));
    }
    return value;
  }
}
