/**
 * The broker's socket and REST protocol: frames, requests, answers. Decides nothing about accounts.
 */
@NullMarked
package io.plimsoll.engine.tradovate;

import org.jspecify.annotations.NullMarked;
