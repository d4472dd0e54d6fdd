/** The demo: four stories told by a simulated broker, each proven from outside the engine. */
@NullMarked
package io.plimsoll.app.demo;

import org.jspecify.annotations.NullMarked;
