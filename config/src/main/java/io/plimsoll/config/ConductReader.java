package io.plimsoll.config;

import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.WithoutPrices;
import java.util.Map;
import java.util.function.Function;

/** How a plan is carried out: {@code confirm}, {@code on-broker-reset} and their like. */
final class ConductReader {
  static final String[] KEYS = {"confirm", "on-broker-reset", "broker-grace", "without-prices"};

  /** With more a limit would as good as not hold. */
  private static final int MOST_EVALUATIONS = 100;

  private static final Function<String, Boolean> REBASES =
      Written.word(Map.of("propose", false, "rebase", true));

  private ConductReader() {}

  static Conduct read(Section plan) {
    var usual = Conduct.USUAL;
    var confirm = Section.open(plan.at("confirm"), "evaluations", "jump");
    var evaluations = confirm.optional("evaluations", ConductReader::evaluations);
    var jump = confirm.optional("jump", AmountReader::share);
    jump.ifPresent(percent -> AmountReader.warnOfFraction(confirm.at("jump"), percent));
    var rebases = plan.optional("on-broker-reset", REBASES);
    var grace = plan.optional("broker-grace", Written::duration);
    var withoutPrices = plan.optional("without-prices", Written.word(WithoutPrices.class));
    return new Conduct(
        withoutPrices.orElse(usual.withoutPrices()),
        evaluations.orElse(usual.evaluations()),
        jump.orElse(usual.jump()),
        rebases.orElse(usual.rebaseOnReset()),
        grace.orElse(usual.brokerGrace()));
  }

  private static int evaluations(String text) {
    int count = Written.count(text);
    if (count < 1 || count > MOST_EVALUATIONS) {
      throw new NotReadable("must be from 1 to %d.".formatted(MOST_EVALUATIONS));
    }
    return count;
  }
}
