/** Stories: which accounts there are and how prices go; they act through the floor only. */
@NullMarked
package io.plimsoll.simulator.scenario;

import org.jspecify.annotations.NullMarked;
