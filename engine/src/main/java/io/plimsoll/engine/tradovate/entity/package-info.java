/** The vendor's entities, spelled as the vendor spells them. No meaning is added here. */
@NullMarked
package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.NullMarked;
