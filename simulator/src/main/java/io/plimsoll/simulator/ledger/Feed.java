package io.plimsoll.simulator.ledger;

import java.util.List;

/** Where changes are told. One call is one frame to each socket that may see any of them. */
@FunctionalInterface
public interface Feed {
  void tell(List<Change> changes);
}
