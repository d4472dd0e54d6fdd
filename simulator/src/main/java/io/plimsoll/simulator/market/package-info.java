/** What is traded, and at which price now; knows no accounts. */
@NullMarked
package io.plimsoll.simulator.market;

import org.jspecify.annotations.NullMarked;
