/**
 * Worked cases as they are written: typed, and not yet run. What reads them is in the package
 * above.
 */
@NullMarked
package io.plimsoll.config.cases;

import org.jspecify.annotations.NullMarked;
