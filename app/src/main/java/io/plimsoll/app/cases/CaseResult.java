package io.plimsoll.app.cases;

import io.plimsoll.config.cases.WorkedCase;
import java.util.List;

/**
 * What became of a case.
 *
 * @param differences in the order of its steps; none when all is as it says
 */
record CaseResult(WorkedCase worked, List<Difference> differences) {
  CaseResult {
    differences = List.copyOf(differences);
  }

  boolean isOk() {
    return differences.isEmpty();
  }
}
