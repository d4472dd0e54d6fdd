/** What rules see, in risk words. Discrete states and numbers; no arithmetic. */
@NullMarked
package io.plimsoll.engine.fact;

import org.jspecify.annotations.NullMarked;
