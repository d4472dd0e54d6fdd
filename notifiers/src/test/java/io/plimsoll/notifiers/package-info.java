/** Examples that the tests of every notifier share. */
@NullMarked
package io.plimsoll.notifiers;

import org.jspecify.annotations.NullMarked;
