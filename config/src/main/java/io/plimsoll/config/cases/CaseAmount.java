package io.plimsoll.config.cases;

import java.math.BigDecimal;

/** An amount that a case gives, which may be none. */
public sealed interface CaseAmount {
  record Known(BigDecimal amount) implements CaseAmount {}

  /** The broker does not say it any more. */
  record Unknown() implements CaseAmount {}

  /** The broker sends something that is no number. */
  record NotANumber() implements CaseAmount {}
}
