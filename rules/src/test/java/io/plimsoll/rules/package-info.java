/** A test for each shipped rule file and each example. */
@NullMarked
package io.plimsoll.rules;

import org.jspecify.annotations.NullMarked;
