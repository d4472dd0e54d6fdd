/** Where everything is put together: commands, the log, the wall clock. Nothing is decided here. */
@NullMarked
package io.plimsoll.app;

import org.jspecify.annotations.NullMarked;
