/** The Drools session: the only package that names Drools. Facts go in, findings come out. */
@NullMarked
package io.plimsoll.engine.session;

import org.jspecify.annotations.NullMarked;
