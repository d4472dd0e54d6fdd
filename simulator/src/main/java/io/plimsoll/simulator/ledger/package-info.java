/** The broker's books and what trading does to them; knows nothing of sockets or HTTP. */
@NullMarked
package io.plimsoll.simulator.ledger;

import org.jspecify.annotations.NullMarked;
