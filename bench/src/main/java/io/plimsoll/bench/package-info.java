/**
 * Programs that measure the engine as it is shipped. They are no tests; their figures go into docs.
 */
@NullMarked
package io.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
